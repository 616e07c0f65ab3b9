import type { DependencyState } from '@chapterhouse/domain/priorities/dependency-state';

/** A later step: days from today, of the step and of what was promised or proposed in it. */
export interface DemoStepWords {
  state: Exclude<DependencyState, 'REQUESTED'>;
  day: number;
  date?: number;
  words?: string;
}

/** What a feature needs of another one, or of a team; items and teams by their names, days from today. */
export interface DemoDependencyWords {
  consumer: string;
  provider: { item: string } | { team: string };
  words: string;
  askedDay: number;
  neededBy: number;
  steps: DemoStepWords[];
}

export const DEMO_DEPENDENCIES: DemoDependencyWords[] = [
  {
    consumer: 'Move a paid booking to another sailing',
    provider: { item: 'Payment events once and in order' },
    words: 'Refunds rely on each event coming once. Until then we cannot move what is paid.',
    askedDay: -40,
    neededBy: 12,
    steps: [{ state: 'COMMITTED', day: -37, date: 10, words: 'Half of it runs already.' }],
  },
  {
    consumer: 'Change the booking in the app',
    provider: { item: 'Move a paid booking to another sailing' },
    words: 'The same rules as in the web, as a service the app can call.',
    askedDay: -25,
    neededBy: 30,
    steps: [
      { state: 'COUNTERED', day: -22, date: 44, words: 'Prices first, then the move itself.' },
      { state: 'COMMITTED', day: -20, date: 44, words: 'We take it, and show the price alone until then.' },
    ],
  },
  {
    consumer: 'Show the lane on the phone',
    provider: { item: 'The next step on the first screen' },
    words: 'A place on the first screen where the lane can appear.',
    askedDay: -7,
    neededBy: 35,
    steps: [{ state: 'COMMITTED', day: -2, date: 28, words: 'Below the next step, on one line.' }],
  },
  {
    consumer: 'Read the plate at the gate',
    provider: { item: 'Partners catch up by themselves' },
    words: 'The register of plates is a partner’s, and away every night.',
    askedDay: -60,
    neededBy: -5,
    steps: [
      { state: 'COMMITTED', day: -57, date: -8 },
      { state: 'DELIVERED', day: -7, words: 'Away for three nights, and nothing was missed.' },
    ],
  },
  {
    consumer: 'One message for each change',
    provider: { item: 'Say why a departure waits' },
    words: 'The reason as one of the eight, not as free text.',
    askedDay: -4,
    neededBy: 21,
    steps: [{ state: 'COUNTERED', day: -1, date: 33, words: 'The bridge tests the eight until the end of the month.' }],
  },
  {
    consumer: 'Kiosk that reads aloud',
    provider: { item: 'Keys that rotate by themselves' },
    words: 'A key of our own that we may keep on a device at the port.',
    askedDay: -9,
    neededBy: 18,
    steps: [],
  },
  {
    consumer: 'Crew lists for the car deck',
    provider: { team: 'Identity' },
    words: 'Whoever loads signs in at the shared tablet, with gloves on.',
    askedDay: -1,
    neededBy: 26,
    steps: [],
  },
  {
    consumer: 'Send papers with the booking',
    provider: { item: 'Add a car to a booking of passengers' },
    words: 'The same form for lorries, with a place for papers.',
    askedDay: -30,
    neededBy: 40,
    steps: [{ state: 'DECLINED', day: -27, words: 'Cars come first this season. Ask us again after the summer.' }],
  },
  {
    consumer: 'Rebook freight that missed its crossing',
    provider: { item: 'Tell the car deck the new departure' },
    words: 'The same signal, with the vessel’s length of free lanes.',
    askedDay: -14,
    neededBy: 24,
    steps: [{ state: 'COMMITTED', day: -12, date: 24 }],
  },
  {
    consumer: 'Departures across midnight',
    provider: { item: 'Clocks of the test harbour' },
    words: 'Test time that can be set to five to midnight.',
    askedDay: -21,
    neededBy: 14,
    steps: [{ state: 'COMMITTED', day: -20, date: 9 }],
  },
  {
    consumer: 'Plan the day around the tide',
    provider: { team: 'Notifications' },
    words: 'A message to everybody booked on a sailing that the tide moves, in one go.',
    askedDay: -6,
    neededBy: 45,
    steps: [],
  },
  {
    consumer: 'Rosters in the own calendar',
    provider: { team: 'Integration Hub' },
    words: 'Calendars of three providers, written to within a minute.',
    askedDay: -33,
    neededBy: 50,
    steps: [{ state: 'WITHDRAWN', day: -15, words: 'A feed to subscribe to is enough for us.' }],
  },
];

/** What somebody tried, and shared for comment. Each move: features, and the position to which they go. */
export const DEMO_SCENARIO = {
  name: 'The gate before the app',
  note: 'What if the north gate were ready before the summer, and the app waited for it?',
  /** Position of the area whose Area Product Owner shared it. */
  area: 2,
  day: -3,
  moves: [
    { features: ['Read the plate at the gate', 'Show the lane on the phone'], position: 1 },
    { features: ['Crew lists for the car deck'], position: 4 },
    { features: ['Change the booking in the app'], position: 25 },
  ],
  comments: [
    { area: 4, day: -2, text: 'Then travellers change by phone for another summer. Is the gate worth that?' },
    { area: 3, day: -1, text: 'With crew lists this early the car deck can plan its people. We would like that.' },
  ],
};
