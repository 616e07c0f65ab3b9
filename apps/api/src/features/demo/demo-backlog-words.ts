import type { GoalState } from '@chapterhouse/domain/priorities/goal-fields';
import type { ItemKind } from '@chapterhouse/domain/priorities/item-fields';

/** Product Goals of the demo; days from today. */
export const DEMO_GOALS: {
  title: string;
  description: string;
  state: GoalState;
  measures: { name: string; unit: string; baseline: number; target: number; current: number }[];
  createdDay: number;
  activeDay: number | null;
  endedDay: number | null;
  endedWords: string;
}[] = [
  {
    title: 'A delay is known to everybody within a minute',
    description: 'Ashore, on board and at the gate people heard of delays from one another. One source, one message.',
    state: 'ACHIEVED',
    measures: [{ name: 'Delays told within a minute', unit: '%', baseline: 38, target: 95, current: 96 }],
    createdDay: -430,
    activeDay: -410,
    endedDay: -120,
    endedWords: '96 % for eight weeks in a row; the rest are ships without a signal.',
  },
  {
    title: 'From the sofa to the car deck without a queue',
    description:
      'Travellers with a car book, change, pay and board without asking anybody. What we do for it also helps lorries and crews.',
    state: 'ACTIVE',
    measures: [
      { name: 'Bookings changed without a call', unit: '%', baseline: 41, target: 80, current: 58 },
      { name: 'Cars boarded without a stop at the desk', unit: '%', baseline: 22, target: 70, current: 35 },
      { name: 'Minutes from gate to deck', unit: 'min', baseline: 34, target: 15, current: 26 },
    ],
    createdDay: -140,
    activeDay: -118,
    endedDay: null,
    endedWords: '',
  },
  {
    title: 'Freight plans its week with us',
    description: 'Hauliers see lanes, papers and prices of the next seven days, and keep to them.',
    state: 'PLANNED',
    measures: [{ name: 'Lorries booked two days ahead', unit: '%', baseline: 30, target: 65, current: 30 }],
    createdDay: -35,
    activeDay: null,
    endedDay: null,
    endedWords: '',
  },
];

/** Positions in `DEMO_GOALS`. */
export const ACTIVE_GOAL = 1;
export const PLANNED_GOAL = 2;

/** An epic, and what it consists of: the kind of each feature, its title and what shows that it is there. */
export interface DemoEpic {
  title: string;
  outcome: string;
  /** Null: of no goal. */
  goal: number | null;
  features: [kind: ItemKind, title: string, criterion: string][];
}

/** By the position of the area. */
export const DEMO_EPICS: DemoEpic[][] = [
  [
    {
      title: 'Change a booking without calling us',
      outcome: 'Whoever may change a booking does so alone, at any hour, and knows the price before.',
      goal: ACTIVE_GOAL,
      features: [
        ['VALUE', 'Move a paid booking to another sailing', 'The difference is paid or refunded in the same step.'],
        ['VALUE', 'Add a car to a booking of passengers', 'Deck space is held while the traveller pays.'],
        ['VALUE', 'See the price of a change before confirming', 'Nobody pays more than the last page said.'],
        ['DEFECT', 'Changed cabins keep their extras', 'Breakfast and bedding move along with the cabin.'],
        ['DEBT', 'One rule book for fares', 'The old rounding is gone from three services.'],
        ['ENABLER', 'Hold seats without a session', 'A hold outlives a restart of the service.'],
      ],
    },
    {
      title: 'Groups book like everybody else',
      outcome: 'A school class of thirty is booked in one go, and paid in parts.',
      goal: null,
      features: [
        ['VALUE', 'Book thirty people with one list', 'A list with a mistake says which line it is.'],
        ['VALUE', 'Pay a group booking in parts', 'Every part has its own receipt.'],
        ['VALUE', 'Name the travellers until the day before', 'Names may be missing until noon.'],
        ['DEFECT', 'Group rates on the night sailing', 'The night sailing shows the same rate as the day.'],
        ['DEBT', 'Take the fax number out of group forms', 'No form asks for it, no report expects it.'],
      ],
    },
  ],
  [
    {
      title: 'Departures that nobody has to ask about',
      outcome: 'Crew, port and travellers see the same time, and why.',
      goal: ACTIVE_GOAL,
      features: [
        ['VALUE', 'Tell the car deck the new departure', 'The deck screen follows within ten seconds.'],
        ['VALUE', 'Say why a departure waits', 'One of eight reasons, chosen on the bridge.'],
        ['VALUE', 'Plan the day around the tide', 'Windows of all berths on one page.'],
        ['DEFECT', 'Departures across midnight', 'A sailing at 00:10 belongs to the night before.'],
        ['ENABLER', 'Positions of vessels every ten seconds', 'A gap of a minute raises an alarm.'],
        ['DEBT', 'Retire the second timetable', 'Nothing reads it for a whole week.'],
        ['VALUE', 'Compare two routes by fuel', 'Both show wind and current of the hour.'],
        ['VALUE', 'Storm plans the day before', 'The plan names who decides, and when.'],
        ['DEFECT', 'Trim of half-empty decks', 'The warning is gone below a third of the load.'],
        ['DEBT', 'Split the departure service', 'Two deployments, two on-call lists.'],
      ],
    },
  ],
  [
    {
      title: 'From the gate to the deck in fifteen minutes',
      outcome: 'Cars find their lane by themselves; nobody stops at the desk who need not.',
      goal: ACTIVE_GOAL,
      features: [
        ['VALUE', 'Read the plate at the gate', 'Nine in ten cars pass without a word.'],
        ['VALUE', 'Show the lane on the phone', 'The lane is on screen before the barrier opens.'],
        ['VALUE', 'Correct the length of a vehicle', 'The driver does it, the price follows.'],
        ['ENABLER', 'Sensors of the north gate', 'Counts agree with the deck within two cars.'],
        ['DEFECT', 'Trailers counted twice', 'A trailer is one vehicle with its car.'],
        ['DEBT', 'Lane rules out of the spreadsheet', 'The port changes a rule without us.'],
      ],
    },
    {
      title: 'Papers before the lorry',
      outcome: 'Customs has seen everything before the lorry is at the gate.',
      goal: PLANNED_GOAL,
      features: [
        ['VALUE', 'Send papers with the booking', 'A missing paper is named two days ahead.'],
        ['VALUE', 'Rebook freight that missed its crossing', 'The next three sailings with room are offered.'],
        ['VALUE', 'Labels for odd parcels', 'A parcel of any size gets one that scans.'],
        ['ENABLER', 'Customs of the second country', 'Test papers pass in both directions.'],
        ['DEBT', 'One address book for hauliers', 'No haulier is there twice.'],
      ],
    },
  ],
  [
    {
      title: 'The right crew on board, rested',
      outcome: 'No sailing waits for people, and nobody sails tired or without a certificate.',
      goal: null,
      features: [
        ['VALUE', 'Swap a shift without the office', 'Only swaps that keep rest times are offered.'],
        ['VALUE', 'Warn before a certificate ends', 'Thirty days ahead, and again after two weeks.'],
        ['VALUE', 'Record a drill without a signal', 'What was recorded at sea arrives ashore once.'],
        ['VALUE', 'Report a near miss in a minute', 'Three taps and a photo, no name needed.'],
        ['DEFECT', 'Rest times across time zones', 'An hour gained is no hour slept.'],
        ['ENABLER', 'Crew lists for the car deck', 'Who loads is known an hour before.'],
        ['DEBT', 'Archive the paper rosters', 'Ten years are found by date and vessel.'],
        ['VALUE', 'Rosters in the own calendar', 'A change is there within a minute.'],
        ['DEFECT', 'Doubled reports of one incident', 'Two reports of one event become one.'],
        ['DEBT', 'Old certificates out of the new lists', 'Lists show what is valid today.'],
      ],
    },
  ],
  [
    {
      title: 'One journey on one screen',
      outcome: 'The traveller knows the next step, and needs no other page for it.',
      goal: ACTIVE_GOAL,
      features: [
        ['VALUE', 'The next step on the first screen', 'Ticket, lane or delay: whatever is next.'],
        ['VALUE', 'Boarding pass without a signal', 'It opens in flight mode, once it was open before.'],
        ['VALUE', 'Change the booking in the app', 'All that the web may change, the app may.'],
        ['VALUE', 'One message for each change', 'A second channel is tried only when the first fails.'],
        ['DEFECT', 'Points of cancelled journeys', 'They are back the same day.'],
        ['ENABLER', 'One account for app and kiosk', 'Signed in once, known at the kiosk.'],
        ['VALUE', 'Kiosk that reads aloud', 'Every page, in four languages.'],
        ['VALUE', 'Larger letters on deck plans', 'Readable at twice the size on a phone.'],
        ['DEBT', 'Take the old app out of the stores', 'Nobody has opened it for a month.'],
        ['DEFECT', 'Messages at night', 'Nothing but a cancellation wakes anybody.'],
      ],
    },
  ],
  [
    {
      title: 'What the others stand on holds',
      outcome: 'A change is live within the hour, and nobody notices but by what it does.',
      goal: null,
      features: [
        ['ENABLER', 'Roll back with one command', 'Back within two minutes, data included.'],
        ['ENABLER', 'Payment events once and in order', 'A replay of a day changes nothing.'],
        ['ENABLER', 'Sign in with the crew card', 'Without a password, on shared tablets too.'],
        ['DEBT', 'Old queue out of use', 'No producer has written to it for two weeks.'],
        ['DEBT', 'Keys that rotate by themselves', 'No key is older than ninety days.'],
        ['DEFECT', 'Alarms that come in dozens', 'Alarms of one cause are one alarm.'],
        ['ENABLER', 'Two years of sailings at hand', 'A question about last summer takes seconds.'],
        ['DEBT', 'Builds that say what they wait for', 'Every stage names its queue and its place.'],
        ['ENABLER', 'Partners catch up by themselves', 'A partner that was away misses nothing.'],
        ['DEFECT', 'Clocks of the test harbour', 'Test and real time differ by less than a second.'],
      ],
    },
  ],
];

/** Tasks beside those that impediments block: what has to be done for nearly everything. */
export const DEMO_TASKS = [
  'Draw it with two travellers',
  'Write the first end-to-end test',
  'Agree the message with the other side',
  'Measure it before we change it',
  'Move the old data along',
  'Describe it for the people at the port',
  'Switch it on for one vessel',
];
