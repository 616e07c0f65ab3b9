import type { CadenceKind } from '@chapterhouse/domain/cadences/cadence-kinds';
import type { ActionState } from '@chapterhouse/domain/cadences/action-state';

/** A meeting of the demo; the rest is its kind's template's. */
export interface DemoMeetingWords {
  kind: CadenceKind;
  rule: string;
  /** Wall-clock time, HH:MM. */
  time: string;
  place: string;
}

/** Of every team that has a Scrum Master. */
export const DEMO_TEAM_MEETINGS: readonly DemoMeetingWords[] = [
  { kind: 'DAILY_SCRUM', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', time: '09:15', place: 'Team corner' },
  { kind: 'SPRINT_RETROSPECTIVE', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', time: '14:00', place: 'Room Estuary' },
];

/** Of every area. */
export const DEMO_AREA_MEETINGS: readonly DemoMeetingWords[] = [
  { kind: 'SCALED_DAILY_SCRUM', rule: 'FREQ=WEEKLY;BYDAY=TU,TH', time: '10:00', place: 'Room Lighthouse' },
];

/** Of the product. */
export const DEMO_PRODUCT_MEETINGS: readonly DemoMeetingWords[] = [
  { kind: 'META_SCRUM', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', time: '11:00', place: 'Room Harbour' },
  { kind: 'PRODUCT_REVIEW', rule: 'FREQ=MONTHLY;BYDAY=2TH', time: '15:00', place: 'Auditorium, and by video' },
  { kind: 'STRATEGY_SESSION', rule: 'FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU', time: '09:00', place: 'Old customs house' },
];

/** What teams promised in their last retrospectives: days are counted from today, `owner` among the team's people. */
export const DEMO_ACTIONS: readonly {
  title: string;
  owner: number;
  due: number;
  state: ActionState;
  result: string;
}[] = [
  { title: 'Ask the port authority for a test berth', owner: 1, due: 2, state: 'OPEN', result: '' },
  { title: 'Show the new fare table to two agents', owner: 2, due: 0, state: 'OPEN', result: '' },
  { title: 'Write down how we cut a release', owner: 3, due: -2, state: 'OPEN', result: '' },
  {
    title: 'Try refinement in two short slots',
    owner: 1,
    due: -4,
    state: 'DONE',
    result: 'Two slots it is: shorter, and more of us are awake.',
  },
  {
    title: 'Invite somebody from the call centre to the review',
    owner: 0,
    due: -3,
    state: 'DONE',
    result: 'Filipa comes every second time.',
  },
  { title: 'Measure how long reviews wait', owner: 2, due: 5, state: 'OPEN', result: '' },
  {
    title: 'Move the wiki to another tool',
    owner: 3,
    due: -6,
    state: 'DROPPED',
    result: 'The wiki is not the problem.',
  },
];

/** What came of retrospectives, in a sentence. */
export const DEMO_NOTES: readonly string[] = [
  'We stop planning past the point where anybody listens.',
  'Reviews wait longer than the work takes: we look at them first thing after lunch.',
  'What the captains told us changed three items; we ask them again.',
];
