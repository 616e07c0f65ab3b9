import { expect, test } from '@jest/globals';
import { type MinutesFacts, summary, triageMinutes } from './triage-minutes.js';

const FACTS: MinutesFacts = {
  chapterName: 'Payments area',
  facilitatorNames: ['Ana', 'Bo'],
  participantNames: ['Ana', 'Bo'],
  startedAt: '2026-03-03 09:30',
  minutes: 25,
  teamNames: ['Ledger', 'Payments'],
  items: [
    {
      reason: 'NEW_SHARED',
      key: 'IMP-12',
      title: 'The *gateway* drops',
      result: 'TRIAGED',
      note: 'Ask the vendor\nby Friday',
      dots: 4,
      secondsSpent: 200,
      actions: [{ title: 'Call them', ownerName: 'Bo', dueOn: '2026-03-05' }],
    },
    {
      reason: 'CLOCK_OUT',
      key: 'IMP-3',
      title: 'Access',
      result: 'ESCALATED',
      note: 'Above us',
      dots: 1,
      secondsSpent: 60,
      actions: [],
    },
    {
      reason: 'RECURRING_SOURCE',
      key: null,
      title: 'Gateway Ltd',
      result: 'PARKED',
      note: 'Not reached',
      dots: 0,
      secondsSpent: 0,
      actions: [],
    },
  ],
};

test('minutes tell what came of each item, what was promised, who was there and who is told', () => {
  expect(triageMinutes(FACTS)).toBe(`# Triage of Payments area, 2026-03-03 09:30

- Facilitated by Ana, then Bo; 25 minutes
- There: Ana, Bo
- 1 escalated, 1 triaged, 1 parked
- Told: Ledger, Payments

## Escalated

- **IMP-3** Access (Clock has run out, 1 dot): Above us

## Triaged

- **IMP-12** The \\*gateway\\* drops (New and shared, 4 dots): Ask the vendor\\
  by Friday

## Parked

- **Gateway Ltd** (Recurring source): Not reached

## Actions

- Call them (Bo, by 2026-03-05)
`);
});

test('an empty session has minutes, too', () => {
  expect(summary([])).toBe('Nothing was on the agenda');
  const minutes = triageMinutes({ ...FACTS, items: [], teamNames: [], minutes: 1 });
  expect(minutes).toContain('1 minute\n');
  expect(minutes).not.toContain('##');
});
