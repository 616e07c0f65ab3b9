/** The community of the demo that does most; days from today, people by their position among its members. */
export const DEMO_COMMUNITY = {
  name: 'Testing',
  purpose:
    'We make sure that what we build works **before** passengers find out. Come with a question, leave with something to try.',
  topics: ['Testing', 'Quality'],
  day: -210,
  members: 14,
} as const;

/** Two others; whoever looks at the demo first facilitates the one. */
export const DEMO_ONBOARDING = {
  name: 'Getting on board',
  purpose:
    'Whoever comes new is at home after a month. We collect what helped, and **ask everybody who was new last**.',
  topics: ['Onboarding', 'Templates'],
  day: -170,
  members: 6,
} as const;
export const DEMO_INCIDENTS = {
  name: 'After the storm',
  purpose: 'What went wrong at sea and on land, without blame, and what we changed since.',
  topics: ['Incidents', 'On call'],
  day: -95,
  members: 9,
} as const;

interface Said {
  body: string;
  by: number;
  day: number;
}

export const DEMO_DISCUSSIONS: readonly (Said & { title: string; replies: readonly Said[] })[] = [
  {
    title: 'What do you do with a test that fails once a week?',
    body: 'We have four of them. Running them again hides them; deleting them feels wrong. What works for you?',
    by: 2,
    day: -6,
    replies: [
      {
        body: 'We give each one a name and two days. Whoever cannot mend it by then deletes it, and says so.',
        by: 5,
        day: -5,
      },
      { body: 'Most of ours were clocks: the day changes while the test runs. Fixed times helped.', by: 0, day: -4 },
    ],
  },
  {
    title: 'Who tests the timetable in winter time?',
    body: 'The night of the change comes again. Last year two sailings were shown twice.',
    by: 7,
    day: -20,
    replies: [{ body: 'We do, and we bring what we find to the next meeting.', by: 3, day: -19 }],
  },
];

export const DEMO_IDEAS: readonly {
  title: string;
  words: string;
  by: number;
  day: number;
  votes: number;
  comments: readonly Said[];
  state: 'IDEA' | 'DISCUSSED' | 'ON_TRIAL' | 'DROPPED';
  /** Of which team, and until which day from today. */
  trial?: { team: number; until: number; result: string | null };
  dropReason?: string;
}[] = [
  {
    title: 'Contract tests between booking and boarding',
    words: 'Both sides agree on a small file of examples. Whoever breaks it hears it before lunch, not at the quay.',
    by: 1,
    day: -40,
    votes: 9,
    comments: [{ body: 'We would try it for three weeks.', by: 4, day: -12 }],
    state: 'ON_TRIAL',
    trial: { team: 1, until: 9, result: null },
  },
  {
    title: 'A tester in every refinement',
    words: 'Questions that come early are cheap. Somebody who likes to break things sits in from the start.',
    by: 3,
    day: -90,
    votes: 7,
    comments: [{ body: 'It cost an hour a week and saved us a day.', by: 6, day: -30 }],
    state: 'DISCUSSED',
    trial: { team: 3, until: -31, result: 'Six of eight items came back with fewer questions. The team keeps it.' },
  },
  {
    title: 'Tests that read like a timetable',
    words: 'Sentences that people of the port can read and correct.',
    by: 8,
    day: -3,
    votes: 3,
    comments: [],
    state: 'IDEA',
  },
  {
    title: 'One shared test system for all',
    words: 'Everybody would test against the same one.',
    by: 5,
    day: -120,
    votes: 2,
    comments: [{ body: 'We had that. Everybody waited for everybody.', by: 2, day: -110 }],
    state: 'DROPPED',
    dropReason: 'We had one until last year: it was always somebody’s turn to wait.',
  },
];

/** The idea that became a checklist; days before today. */
export const DEMO_ADOPTED_IDEA = {
  title: 'A list for releases on Fridays',
  words: 'We do not forbid them. We make them boring: six steps, and two people who stay.',
  by: 6,
  days: 95,
  votes: 11,
  comments: [{ body: 'We try it until the end of the month.', by: 1, days: 88 }],
  team: 1,
  until: 55,
  result: 'Five releases, nobody called in the evening. One waited until Monday, and was glad.',
} as const;

/** Of somebody who read a template; days before today. */
export const DEMO_PROPOSAL = {
  by: 3,
  days: 1.2,
  why: 'We chose one last month and forgot to ask who looks after it at night.',
  change: (body: string): string =>
    body.replace('- How we get out', '- Who is called when it fails at night\n- How we get out'),
} as const;
