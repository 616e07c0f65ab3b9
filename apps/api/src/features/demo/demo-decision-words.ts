import type { DecisionKind } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';

/** What the people of the demo decided, in the order in which they proposed it; numbers are places in the story's lists. */
export interface DemoDecisionWords {
  title: string;
  kind: DecisionKind;
  /** Where, and in which area or team. */
  scope: [ScopeKind, number];
  /** As the boards name it. */
  decisionArea?: string;
  state: DecisionState;
  /** Days before today, and how many of them it took. */
  proposed: number;
  took: number;
  context: string;
  /** Each with what speaks for it and against it; the first one was chosen. */
  options?: [title: string, good: string, bad: string][];
  outcome?: string;
  rationale?: string;
  gains?: string[];
  givesUp?: string[];
  /** Days from today. */
  revisit?: number;
  /** The title of what it replaces. */
  replaces?: string;
  /** Why it was vetoed, reverted, rejected or withdrawn. */
  because?: string;
  amendment?: string;
  /** Advice that was given, or an objection that stands. */
  said?: string;
  /** It touches impediments of this source, and these teams. */
  source?: number;
  teams?: number[];
}

export const DEMO_DECISIONS: readonly DemoDecisionWords[] = [
  {
    title: 'Release on Thursdays only',
    kind: 'PROCESS',
    scope: ['PRODUCT', 0],
    decisionArea: 'Releases',
    state: 'SUPERSEDED',
    proposed: 340,
    took: 4,
    context: 'Three releases in a row met at the change approval board, and nobody knew which of them broke the kiosk.',
    options: [
      ['One train a week, on Thursdays', 'The board sees everything at once', 'A fix may wait for six days'],
      ['Whoever is ready first', 'Nobody waits', 'The board meets once a week anyway'],
    ],
    outcome: 'One shared train a week. It leaves on Thursdays after the board has met.',
    rationale: 'The board is what we cannot change this year; then at least everybody meets it once.',
    gains: ['One list for the board'],
    givesUp: ['Small releases'],
    source: 5,
  },
  {
    title: 'All prices in whole coins',
    kind: 'PRODUCT',
    scope: ['AREA', 0],
    decisionArea: 'Order of the backlog',
    state: 'ACCEPTED',
    proposed: 330,
    took: 6,
    context:
      'Fares are added up in three places, each of which rounds in its own way. Refunds differ by a coin or two.',
    options: [
      ['Count in the smallest coin', 'Sums are exact', 'Every interface changes'],
      ['Round at the end only', 'Little to change', 'Still three roundings'],
    ],
    outcome: 'Every amount is a whole number of the smallest coin, with its currency beside it.',
    rationale: 'A refund that is off by one costs more to explain than the change of all interfaces.',
    gains: ['Refunds that add up'],
    givesUp: ['Half coins of the island fare, which nobody has paid since the paper ticket'],
    teams: [1, 2, 3],
  },
  {
    title: 'Read the timetable from events instead of asking for it',
    kind: 'ARCHITECTURE',
    scope: ['AREA', 0],
    decisionArea: 'Architecture across teams',
    state: 'SUPERSEDED',
    proposed: 300,
    took: 9,
    context:
      'Each search asks the timetable service eleven times. On the first day of the summer timetable it stood still.',
    options: [
      ['A copy in each team, fed by events', 'No request at search time', 'Copies that may be behind'],
      ['One faster service', 'One truth', 'Still in everybody’s way when it is down'],
    ],
    outcome: 'The timetable tells what changes; who needs it keeps a copy of their own.',
    rationale: 'A crossing that is a minute old sells as well as one that is fresh.',
    gains: ['Search without the timetable service'],
    givesUp: ['One place to correct a mistake'],
    said: 'Agree on how old a copy may be, or Departures will be asked for it every evening.',
    teams: [0, 2, 5],
  },
  {
    title: 'Pair on everything that touches money',
    kind: 'PROCESS',
    scope: ['TEAM', 2],
    decisionArea: 'Ways of working',
    state: 'ACCEPTED',
    proposed: 285,
    took: 2,
    context: 'Two of the last three incidents were a sign that one person read one way and the next one another way.',
    outcome: 'Two people for each change of an amount; a review afterwards does not count.',
    rationale: 'We find the wrong sign while we write it, not while somebody pays.',
    gains: ['Fewer wrong amounts'],
    givesUp: ['Some speed, less than we feared'],
    revisit: -2,
  },
  {
    title: 'Buy the crew app instead of building it',
    kind: 'PRODUCT',
    scope: ['AREA', 3],
    decisionArea: 'Tools and libraries',
    state: 'REVERTED',
    proposed: 270,
    took: 12,
    context: 'Rosters change on the quay, where there is no net. The app of today loses what was changed there.',
    options: [
      ['Buy Mariner One', 'Works next month', 'Works without a net only on the newest telephones'],
      ['Build it', 'Fits the union agreement', 'Half a year'],
    ],
    outcome: 'We buy it for a year and keep our own for vessels without a signal.',
    rationale: 'Half a year without any app is worse than a year with one that does most of it.',
    because: 'The trial on two vessels lost four rosters in a week. What we learned is in the playbook of Crew App.',
    source: 8,
  },
  {
    title: 'A definition of done for everything that sails',
    kind: 'PROCESS',
    scope: ['PRODUCT', 0],
    decisionArea: 'Definition of Done',
    state: 'ACCEPTED',
    proposed: 255,
    took: 10,
    context: 'Kiosk and gate were done by two different measures, and met on the pier.',
    outcome: 'Whatever runs on board or at a gate has run for a night in environment Blue, with the net taken away.',
    rationale: 'Everything else we can repair from the office.',
    gains: ['Quiet first sailings'],
    givesUp: ['A day for each such item'],
    said: 'Yes, as soon as Blue can be booked for a night.',
    source: 2,
  },
  {
    title: 'Two approvals for a fare above a hundred',
    kind: 'PROCESS',
    scope: ['TEAM', 1],
    decisionArea: 'Ways of working',
    state: 'REJECTED',
    proposed: 240,
    took: 3,
    context: 'A typing error sold the night crossing to the outer isles for the price of a coffee.',
    outcome: '',
    because: 'The limit in the form would have stopped it. Two approvals would have made two people type it.',
  },
  {
    title: 'Release twice a week',
    kind: 'PROCESS',
    scope: ['PRODUCT', 0],
    decisionArea: 'Releases',
    state: 'SUPERSEDED',
    proposed: 230,
    took: 7,
    replaces: 'Release on Thursdays only',
    context:
      'The board accepts a list of standard changes by mail on Mondays. Half of what waits for Thursday is on it.',
    options: [
      ['Mondays and Thursdays', 'Nobody waits longer than four days', 'Two trains to prepare'],
      ['Stay with Thursdays', 'Nothing to change', 'Six days for one line'],
    ],
    outcome: 'Standard changes leave on Mondays, everything else on Thursdays.',
    rationale: 'It halves the waiting at the price of an hour on Mondays.',
    gains: ['Four days instead of six'],
    givesUp: ['One list for everything'],
    source: 5,
  },
  {
    title: 'One way to sign in for crew and travellers',
    kind: 'ARCHITECTURE',
    scope: ['AREA', 5],
    decisionArea: 'Architecture across teams',
    state: 'ACCEPTED',
    proposed: 215,
    took: 8,
    context: 'Crew who travel have two accounts and one telephone. The kiosk asks for both.',
    outcome: 'Identity keeps one account for a person, and what the person may do on which side of the gangway.',
    rationale: 'Two lists of the same people have never agreed for longer than a week.',
    gains: ['One revocation when a telephone falls into the harbour'],
    givesUp: ['Crew accounts that live on the vessel only'],
    amendment: 'Crew of other companies who help out in summer have an account until the end of September.',
    source: 10,
    teams: [25, 19, 20],
  },
  {
    title: 'No meetings before the first ferry has left',
    kind: 'PROCESS',
    scope: ['AREA', 1],
    decisionArea: 'Ways of working',
    state: 'ACCEPTED',
    proposed: 200,
    took: 1,
    context: 'The Weather Desk is asked something every morning at seven, which is when it has most to do.',
    outcome: 'Events begin at nine. Who needs the Weather Desk earlier goes there.',
    gains: ['Two quiet hours'],
    givesUp: ['An hour in the evening, twice a week'],
    revisit: 40,
  },
  {
    title: 'Freight by the metre, not by the lorry',
    kind: 'PRODUCT',
    scope: ['AREA', 2],
    decisionArea: 'Order of the backlog',
    state: 'ACCEPTED',
    proposed: 185,
    took: 14,
    context: 'Lanes leave half empty behind three short lorries that paid for long ones.',
    options: [
      ['Price by metre of lane', 'The lane is sold, not the lorry', 'Gate Sensors must measure'],
      ['Three sizes', 'Simple for the driver', 'The longest of each size wins'],
    ],
    outcome: 'A price for each metre, measured at the gate, with ten per cent of grace.',
    rationale: 'What is scarce on board is length.',
    gains: ['Eleven per cent more on the Monday crossing'],
    givesUp: ['A price that a driver knows by heart'],
    said: 'Measure twice before the first invoice goes out.',
    teams: [10, 11, 13],
  },
  {
    title: 'Copies of the timetable may be five minutes old',
    kind: 'ARCHITECTURE',
    scope: ['AREA', 0],
    decisionArea: 'Architecture across teams',
    state: 'ACCEPTED',
    proposed: 160,
    took: 5,
    replaces: 'Read the timetable from events instead of asking for it',
    context: 'Copies are kept as decided. On two evenings one of them was an hour behind, and nobody saw it.',
    outcome: 'Each copy says how old it is. Above five minutes it asks, above thirty it says so to the traveller.',
    rationale: 'What we gave up was one place to correct a mistake; now at least a mistake ends by itself.',
    gains: ['A bound that can be watched'],
    givesUp: ['Some requests on bad evenings'],
    teams: [0, 2, 5, 28],
  },
];
