/** The chapter of the demo. */
export const DEMO_CHAPTER = {
  name: 'Booking Scrum Masters',
  purpose:
    'We remove what several of our teams run into, **once and together**. Whoever brings something leaves with a next step.',
};

/** What its teams do that others may copy; days from today, `by` and `thanks` among its Scrum Masters. */
export const DEMO_PRACTICES: readonly { title: string; words: string; by: number; day: number; thanks: number[] }[] = [
  {
    title: 'A minute of writing before we talk',
    words:
      'In the retrospective everybody writes for a minute before the first word. The quiet ones bring half of what we change since then.',
    by: 0,
    day: -40,
    thanks: [1, 2],
  },
  {
    title: 'Reviews at the quay',
    words: 'Every second Sprint Review is where people board. Two of the last five goals came from the queue.',
    by: 1,
    day: -24,
    thanks: [0],
  },
  {
    title: 'The red chair',
    words: 'Whoever is blocked sits down in it. Nobody has sat there for longer than an hour.',
    by: 2,
    day: -9,
    thanks: [0, 1],
  },
];

/** What came of the last triage, by what became of the impediment. */
export const DEMO_TRIAGE_NOTES = {
  DECLINED: 'It is a rule of the port, and a good one. We tell the teams why.',
  ESCALATED: 'Two areas and a contract: more than we can move.',
  PARKED: 'We wait for the numbers of this week.',
  MERGED: 'The same cause, seen from another desk.',
} as const;

/** Promised in the last triage; days from today. */
export const DEMO_TRIAGE_ACTIONS: readonly { title: string; by: number; due: number }[] = [
  { title: 'Ask the gateway for their window in May', by: 1, due: 1 },
  { title: 'Collect three examples from the call centre', by: 0, due: 4 },
];
