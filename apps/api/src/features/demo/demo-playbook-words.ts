/** A page of the demo's playbook; what stands under a path lies in its folder. From which version on it is there, and how it was before. */
export interface DemoPage {
  path: string;
  title: string;
  since: number;
  body: string;
  /** Until that version it said this. */
  before?: { until: number; body: string };
}

const FLAKY_FIRST = `A test that fails once a week is worse than none: people learn to press the button again.

## What we do

1. Whoever sees it first runs it again, once.
2. If it passes, they write down which test it was.
`;

const FLAKY = `A test that fails once a week is worse than none: people learn to press the button again.

## What we do

1. Whoever sees it first gives it a name and an owner.
2. The owner has **two days**. Until then it runs, but stops nobody.
3. Who cannot mend it by then deletes it, and tells the team.

> Running it again without a word is how a test dies slowly.

## Where to look first

Most of ours were clocks: see [Clocks and dates](A-1/flaky-tests/clocks).
`;

/** What the draft says instead. */
export const DEMO_DRAFT_PAGE = {
  path: 'flaky-tests',
  body: FLAKY.replace(
    '2. The owner has **two days**. Until then it runs, but stops nobody.',
    '2. The owner has **two working days**: a test that fails on a Friday is not deleted on a Sunday. Until then it runs, but stops nobody.',
  ),
} as const;

export const DEMO_PLAYBOOK = {
  title: 'How we test',
  summary: 'What we agreed on across teams: from a rule alone to the whole way of a passenger.',
  /** Days before today. */
  versions: [
    { days: 150, whatChanged: 'The first version: what all teams did anyway.' },
    { days: 80, whatChanged: 'Tests that fail now and then get an owner and **two days**. New: clocks and dates.' },
    { days: 18, whatChanged: 'New: contracts between teams, and what to do in the night of the time change.' },
  ],
  reviewInDays: 20,
  draft: { days: 3, whatChanged: 'Two days become two working days.' },
} as const;

export const DEMO_PAGES: readonly DemoPage[] = [
  {
    path: 'index',
    title: 'How we test',
    since: 1,
    body: `We test so that passengers do not have to. This playbook says what worked for several teams; yours may do more.

| You want to know | Read |
| --- | --- |
| what to do before you merge | [Before you merge](A-1/before-you-merge) |
| why a test fails now and then | [Tests that fail now and then](A-1/flaky-tests) |
| how not to break your neighbours | [Contracts between teams](A-1/contracts) |

Something is wrong or missing? **Propose a change**: anybody may, and the community answers.
`,
  },
  {
    path: 'before-you-merge',
    title: 'Before you merge',
    since: 1,
    body: `- [ ] The rule that changed has a test of its own
- [ ] It failed before the change
- [ ] Nothing in it waits for a fixed number of seconds
- [ ] Somebody who did not write it has read it

\`\`\`ts
// The day is given, never asked for: it is the same test tomorrow.
expect(fareOf(ticket, { today: '2026-02-28' })).toBe(1250);
\`\`\`
`,
  },
  {
    path: 'flaky-tests',
    title: 'Tests that fail now and then',
    since: 1,
    body: FLAKY,
    before: { until: 1, body: FLAKY_FIRST },
  },
  {
    path: 'flaky-tests/clocks',
    title: 'Clocks and dates',
    since: 2,
    body: `Look for these before anything else:

- *now* is read twice, and midnight lies between
- a date is built from a text without its zone
- the month before the 31st
- a machine that stands in another country

Give the clock to what you test. It is one argument.
`,
  },
  {
    path: 'contracts',
    title: 'Contracts between teams',
    since: 3,
    body: `Both sides keep one small file of examples. Whoever breaks it hears it before lunch, not at the quay.

\`\`\`mermaid
sequenceDiagram
  participant Booking
  participant Examples
  participant Boarding
  Booking->>Examples: what we send
  Boarding->>Examples: what we read
  Examples-->>Booking: still read by Boarding
  Examples-->>Boarding: still sent by Booking
\`\`\`

## Who changes an example

Whoever needs the change writes it, and asks the other side for a review. No meeting.
`,
  },
  {
    path: 'winter-time',
    title: 'The night of the time change',
    since: 3,
    body: `Twice a year an hour is missing or comes twice. Two sailings were shown twice in one year.

1. A week before: run the timetable with the clock of that night.
2. The evening before: who is on call knows it.
3. The morning after: compare the first ten sailings with the board at the quay.
`,
  },
];
