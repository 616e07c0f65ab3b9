/** What else the communities of the demo publish; days before today. */
export const DEMO_TREE = {
  title: 'Which test does this change need?',
  summary: 'Three questions at most, on the way to the keyboard.',
  days: 60,
  mermaid: `flowchart TD
  risk{"What happens if it breaks on a Saturday?"}
  risk -->|"Passengers wait at the quay"| neighbour{"Does another team read what you write?"}
  risk -->|"Somebody mends it on Monday"| seen{"Is it a rule, or something that people see?"}
  neighbour -->|Yes| contract(["A contract that both teams agree on"])
  neighbour -->|No| journey(["One journey through the whole system"])
  seen -->|"A rule"| rule(["A test of the rule alone"])
  seen -->|"Something people see"| picture(["A picture that is compared"])`,
  body: 'Walk it when you are not sure. It says the least that is enough, not the most that is possible.\n',
} as const;

export const DEMO_CHECKLIST = {
  title: 'A release on a Friday',
  summary: 'For the days on which nobody wants to be called in the evening.',
  days: 45,
  whatChanged: 'The list that the Booking teams tried for a month.',
  steps: [
    { id: 'reason', text: 'Say why it cannot wait until Monday', hint: 'One sentence, in the channel of the release.' },
    {
      id: 'back',
      text: 'The way back was tried this week',
      hint: 'On the test system, by somebody else than the author.',
    },
    { id: 'watch', text: 'Two people are there for two hours after it', hint: '' },
    { id: 'quay', text: 'The quay knows', hint: 'Call the duty desk; a message is not enough.' },
    { id: 'numbers', text: 'The numbers of the first hour are written down', hint: 'Bookings, errors, waiting time.' },
    { id: 'done', text: 'Say that it is over', hint: '' },
  ],
} as const;

export const DEMO_TEMPLATE = {
  title: 'Choosing a tool',
  summary: 'What others asked before they chose one.',
  days: 100,
  body: `## Context and problem statement

What do you do today without it, and what does that cost in a month?

## Decision drivers

- What it costs in two years, with the people who look after it
- How we get out of it again, with our data
- Who has run it for a year and may be called

## Considered options

- Keep what we have
- …

## Confirmation

On which day do you look at it again, and at which number?
`,
} as const;

export const DEMO_FIRST_WEEK = {
  title: 'The first week of somebody new',
  summary: 'So that nobody stands at the quay alone.',
  days: 120,
  whatChanged: 'What twelve people missed in their first week.',
  steps: [
    { id: 'badge', text: 'Badge, laptop and accounts work on the first morning', hint: '' },
    { id: 'buddy', text: 'Somebody has time, every day of the week', hint: 'Not the one who leads the team.' },
    { id: 'ferry', text: 'They took a ferry as a passenger', hint: 'With a ticket bought in our own app.' },
    { id: 'goal', text: 'They can say what the Sprint Goal is', hint: '' },
    { id: 'merged', text: 'Something of theirs was merged', hint: 'However small.' },
    { id: 'asked', text: 'They were asked what was strange here', hint: 'Write it down: in a month it is normal.' },
  ],
} as const;

/** Who follows the playbook: the team by its position, the versions with days before today, and how it goes. */
export const DEMO_ADOPTIONS: readonly {
  team: number;
  steps: readonly (readonly [number: number, days: number])[];
  feel: 'WELL' | 'MIXED' | 'BADLY' | null;
  note: string;
}[] = [
  {
    team: 0,
    steps: [
      [1, 140],
      [2, 74],
      [3, 15],
    ],
    feel: 'WELL',
    note: 'No test without an owner for five weeks.',
  },
  {
    team: 1,
    steps: [
      [2, 70],
      [3, 12],
    ],
    feel: 'WELL',
    note: '',
  },
  {
    team: 4,
    steps: [
      [1, 120],
      [2, 60],
      [3, 9],
    ],
    feel: 'MIXED',
    note: 'Contracts are new to us; the rest we do.',
  },
  { team: 15, steps: [[3, 11]], feel: null, note: '' },
  {
    team: 3,
    steps: [
      [1, 130],
      [2, 65],
    ],
    feel: 'WELL',
    note: 'The third one is planned for the next Sprint.',
  },
  { team: 6, steps: [[2, 40]], feel: 'MIXED', note: 'Two days are short when somebody is away.' },
  { team: 9, steps: [[1, 126]], feel: 'BADLY', note: 'Nobody has had the time to look at the newer ones.' },
  { team: 12, steps: [[1, 101]], feel: null, note: '' },
];

/** Runs of a checklist: how many of its steps are done. */
export const DEMO_RUNS: readonly {
  of: 'CHECKLIST' | 'FIRST_WEEK';
  title: string;
  team: number;
  days: number;
  done: number;
  note: string;
  ended: boolean;
}[] = [
  {
    of: 'CHECKLIST',
    title: 'Fares of the summer',
    team: 1,
    days: 30,
    done: 6,
    note: 'Back after four minutes.',
    ended: true,
  },
  {
    of: 'CHECKLIST',
    title: 'New seats on the night boats',
    team: 0,
    days: 1,
    done: 3,
    note: 'Duty desk: Rosa.',
    ended: false,
  },
  { of: 'FIRST_WEEK', title: 'Ilse starts', team: 2, days: 2, done: 2, note: '', ended: false },
];

/** Walks of the last two months: which answer was taken at each question. Short ones stopped there. */
export const DEMO_WALKS: readonly (readonly number[])[] = [
  ...Array.from({ length: 11 }, () => [0, 0]),
  ...Array.from({ length: 6 }, () => [0, 1]),
  ...Array.from({ length: 9 }, () => [1, 0]),
  ...Array.from({ length: 3 }, () => [1, 1]),
  ...Array.from({ length: 7 }, () => [0]),
  ...Array.from({ length: 2 }, () => [1]),
  [],
];
