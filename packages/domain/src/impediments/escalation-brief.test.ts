import { describe, expect, it } from '@jest/globals';
import type { WorkingCalendar } from '../organization/working-calendar.js';
import type { SprintPace } from '../sprints/throughput.js';
import { briefAsMarkdown } from './brief-markdown.js';
import { type BriefFacts, escalationBrief } from './escalation-brief.js';

const CALENDAR: WorkingCalendar = {
  timeZone: 'Europe/Berlin',
  workingDays: [1, 2, 3, 4, 5],
  startHour: 9,
  endHour: 17,
  holidays: ['2026-03-04'],
};
const at = (text: string): number => Date.parse(`2026-${text}T10:00:00+01:00`);
const RAISED = at('03-02');

const sprint = (
  teamId: string,
  name: string,
  from: string,
  to: string,
  items: number,
  points: number | null,
): SprintPace => ({
  id: `${teamId} ${name}`,
  name,
  teamId,
  state: 'CLOSED',
  startsAt: at(from),
  endsAt: at(to),
  doneItems: items,
  donePoints: points,
});

const FACTS: BriefFacts = {
  impediment: {
    id: 'i1',
    key: 'IMP-42',
    title: 'Test cards are refused',
    category: 'EXTERNAL',
    severity: 'HIGH',
    source: { id: 'gateway', name: 'Payment gateway' },
    raisedAt: RAISED,
    blockage: {
      teams: [
        { teamId: 'yard', since: RAISED, until: at('03-05') },
        { teamId: 'payments', since: RAISED, until: null },
        { teamId: 'quay', since: at('03-09'), until: null },
      ],
      spans: [{ from: RAISED, to: null }],
    },
    blockedItems: [
      { key: 'PAY-7', title: 'Pay by invoice' },
      { key: 'PAY-9', title: null },
    ],
  },
  teams: [
    { id: 'payments', name: 'Payments', area: 'Checkout' },
    { id: 'quay', name: 'Quay', area: 'Harbour' },
    { id: 'yard', name: 'Yard', area: 'Harbour' },
    { id: 'crane', name: 'Crane', area: 'Harbour' },
  ],
  sprints: [
    sprint('payments', 'Sprint 1', '01-19', '02-02', 12, 20),
    sprint('payments', 'Sprint 2', '02-02', '02-16', 10, null),
    sprint('payments', 'Sprint 3', '02-16', '03-02', 14, 22),
    sprint('payments', 'Sprint 4', '03-02', '03-10', 6, 9),
  ],
  others: [
    {
      id: 'i0',
      key: 'IMP-7',
      title: 'Sandbox is down',
      sourceId: 'gateway',
      category: 'EXTERNAL',
      state: 'CLOSED',
      raisedAt: at('01-05'),
      resolution: 'They restarted it',
      blockage: {
        teams: [{ teamId: 'payments', since: at('01-05'), until: null }],
        spans: [{ from: at('01-05'), to: at('01-09') }],
      },
    },
    {
      id: 'i2',
      key: 'IMP-9',
      title: 'Sandbox is down again',
      sourceId: 'gateway',
      category: 'EXTERNAL',
      state: 'CLOSED',
      raisedAt: at('02-02'),
      resolution: '',
      blockage: {
        teams: [{ teamId: 'payments', since: at('02-02'), until: null }],
        spans: [{ from: at('02-02'), to: at('02-03') }],
      },
    },
    {
      id: 'i3',
      key: 'IMP-50',
      title: 'Later than this one',
      sourceId: 'gateway',
      category: 'EXTERNAL',
      state: 'RAISED',
      raisedAt: at('03-09'),
      resolution: '',
      blockage: { teams: [], spans: [] },
    },
  ],
  calendar: CALENDAR,
  // A Wednesday.
  now: at('03-11'),
  written: { proposal: ' One contact for all teams\n', ask: 'Pay for support level 2', answerBy: '2026-03-20' },
};

describe('an escalation brief', () => {
  const brief = escalationBrief(FACTS);

  it('says how old it is, and whom and what it blocks', () => {
    // From Tuesday the 3rd to Wednesday the 11th, without the holiday and the weekend.
    expect(brief.impediment).toEqual({
      id: 'i1',
      key: 'IMP-42',
      title: 'Test cards are refused',
      category: 'External',
      severity: 'High',
      source: 'Payment gateway',
      raisedAt: new Date(RAISED).toISOString(),
      ageInWorkingDays: 6,
    });
    expect(brief.teams).toEqual([
      { id: 'payments', name: 'Payments', area: 'Checkout', blockedTeamDays: 6, stillBlocked: true },
      { id: 'quay', name: 'Quay', area: 'Harbour', blockedTeamDays: 2, stillBlocked: true },
      { id: 'yard', name: 'Yard', area: 'Harbour', blockedTeamDays: 2, stillBlocked: false },
    ]);
    expect(brief.blockedTeamDays).toEqual({ soFar: 10, perDay: 2 });
    expect(brief.blockedItems).toHaveLength(2);
  });

  it('shows velocity impact with its formula and inputs, and where there is not enough data', () => {
    expect(brief.velocity.formula).toContain('minus');
    expect(brief.velocity.teams.map(({ team, items }) => [team, items.lost, items.lack])).toEqual([
      ['Payments', 12 - 6, null],
      ['Quay', null, 'BEFORE'],
      ['Yard', null, 'BEFORE'],
    ]);
    expect(brief.velocity.teams[0]?.points).toEqual({
      lost: 12,
      lack: null,
      before: {
        mean: 21,
        sprints: [
          { name: 'Sprint 3', done: 22 },
          { name: 'Sprint 1', done: 20 },
        ],
      },
      during: { mean: 9, sprints: [{ name: 'Sprint 4', done: 9 }] },
    });
  });

  it('names what came up before of the same kind, with what it cost', () => {
    expect(brief.earlier).toEqual({
      quarters: ['2025-Q4', '2026-Q1'],
      impediments: [
        expect.objectContaining({ key: 'IMP-7', state: 'Closed', resolution: 'They restarted it', blockedTeamDays: 4 }),
        expect.objectContaining({ key: 'IMP-9', blockedTeamDays: 1 }),
      ],
      blockedTeamDays: 5,
      recurring: true,
    });
  });

  it('is frozen through and through, and the same after it was kept as JSON', () => {
    const parts = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
    expect(parts(brief).length).toBeGreaterThan(20);
    for (const part of parts(brief)) expect(Object.isFrozen(part)).toBe(true);
    expect(JSON.parse(JSON.stringify(brief))).toEqual(brief);
  });

  it('leaves alone what it is built from', () => {
    expect(Object.isFrozen(FACTS.impediment)).toBe(false);
    expect(Object.isFrozen(FACTS.impediment.blockedItems[0])).toBe(false);
    expect(escalationBrief(FACTS)).toEqual(brief);
  });

  it('has no earlier ones without a source', () => {
    const { earlier } = escalationBrief({ ...FACTS, impediment: { ...FACTS.impediment, source: null } });
    expect(earlier).toMatchObject({ impediments: [], blockedTeamDays: 0, recurring: false });
  });
});

describe('a brief as markdown', () => {
  it('is readable as it is', () => {
    const answer = {
      kind: 'AGREED',
      by: 'Ana Roth',
      at: '2026-03-12T09:00:00Z',
      words: 'From April on.\nI pay.',
    } as const;
    const sending = { by: 'Lena Berg', to: ['Ana Roth', 'Jon Park'], at: '2026-03-11T08:05:00Z', fingerprint: 'ab12' };
    expect(briefAsMarkdown(escalationBrief(FACTS), answer, sending))
      .toBe(`# Escalation brief: IMP-42 Test cards are refused

As of 11 March 2026. External, High, waits for Payment gateway.

## What is asked, by 20 March 2026

Pay for support level 2

## Proposed change

One contact for all teams

## Answer

**Agreed: Ana Roth, 12 March 2026**

From April on.\\
I pay.

## What it costs

- 6 working days old, raised on 2 March 2026
- 2 teams blocked
- 10 blocked team-days so far, 2 more each working day

| Team | Area | Blocked team-days | Now |
| --- | --- | --- | --- |
| Payments | Checkout | 6 | blocked |
| Quay | Harbour | 2 | blocked |
| Yard | Harbour | 2 | no longer |

## Blocked items

- PAY-7 Pay by invoice
- PAY-9

## Velocity

Lost per sprint = mean done in the last three finished sprints before it, minus mean done in the finished sprints that it overlaps. Less may have other reasons, too.

| Team | Done | Lost per sprint | Before | While it lasted |
| --- | --- | --- | --- | --- |
| Payments | items | 6 | 12 (Sprint 3: 14; Sprint 2: 10; Sprint 1: 12) | 6 (Sprint 4: 6) |
| Payments | points | 12 | 21 (Sprint 3: 22; Sprint 1: 20) | 9 (Sprint 4: 9) |
| Quay | items | not enough data: fewer than two finished sprints before it | no data | no data |
| Quay | points | not enough data: fewer than two finished sprints before it | no data | no data |
| Yard | items | not enough data: fewer than two finished sprints before it | no data | no data |
| Yard | points | not enough data: fewer than two finished sprints before it | no data | no data |

## Earlier ones of the same source and category

2 earlier impediments in 2025-Q4 and 2026-Q1, with 5 blocked team-days. This is a recurring bottleneck: 3 times with this one.

- IMP-7 Sandbox is down (closed, 4 blocked team-days): They restarted it
- IMP-9 Sandbox is down again (closed, 1 blocked team-day)

## Sent

By Lena Berg to Ana Roth and Jon Park on 11 March 2026, 09:05 (Europe/Berlin).

Not changed since. Fingerprint (SHA-256 of what is kept): ab12
`);
  });

  it('says what there is none of', () => {
    const { impediment } = FACTS;
    const bare = { ...impediment, severity: null, blockedItems: [] };
    const none = briefAsMarkdown(escalationBrief({ ...FACTS, impediment: bare, others: [] }));
    expect(none).toContain('None are named.');
    expect(none).toContain('None in 2025-Q4 and 2026-Q1.');
    expect(briefAsMarkdown(escalationBrief({ ...FACTS, impediment: { ...bare, source: null } }))).toContain(
      'No source is named',
    );
  });

  it('nothing that people wrote is markup', () => {
    const evil = '<script>x</script> [a](javascript:b) ![c](d) | e\n# f\n\n- g https://h.example';
    const named = escalationBrief({
      ...FACTS,
      impediment: {
        ...FACTS.impediment,
        title: evil,
        source: { id: 'gateway', name: evil },
        blockedItems: [{ key: evil, title: evil }],
      },
      teams: FACTS.teams.map((team) => ({ ...team, name: evil, area: evil })),
      sprints: FACTS.sprints.map((one) => ({ ...one, name: evil })),
      others: FACTS.others.map((one) => ({ ...one, key: evil, title: evil, resolution: evil })),
      written: { ...FACTS.written, proposal: evil, ask: evil },
    });
    const text = briefAsMarkdown(named, { kind: 'DECLINED', by: evil, at: '2026-03-12T09:00:00Z', words: evil });
    expect(text).not.toMatch(/(?<!\\)[<[\]]|(?<!\\)https?:|^# f|^- g/mu);
    // Each row of a table has as many cells as its head.
    for (const row of text.split('\n').filter((line) => line.startsWith('|')))
      expect([5, 6]).toContain(row.match(/(?<!\\)\|/gu)?.length);
    expect(text.match(/^# /gmu)).toHaveLength(1);
  });
});
