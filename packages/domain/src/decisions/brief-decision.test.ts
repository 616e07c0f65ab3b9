import { describe, expect, it } from '@jest/globals';
import type { EscalationBrief } from '../impediments/escalation-brief.js';
import { decisionOfBrief } from './brief-decision.js';
import { decisionProblems } from './decision-fields.js';

const BRIEF: EscalationBrief = {
  format: 1,
  asOf: '2026-03-10T09:00:00.000Z',
  timeZone: 'Europe/Berlin',
  impediment: {
    id: 'i1',
    key: 'IMP-42',
    title: 'Test *cards* are refused',
    category: 'External',
    severity: 'High',
    source: 'Payment gateway',
    raisedAt: '2026-03-02T09:00:00.000Z',
    ageInWorkingDays: 6,
  },
  teams: [
    { id: 't1', name: 'Payments', area: 'Checkout', blockedTeamDays: 6, stillBlocked: true },
    { id: 't2', name: 'Quay', area: 'Harbour', blockedTeamDays: 1, stillBlocked: false },
  ],
  blockedItems: [],
  blockedTeamDays: { soFar: 7, perDay: 1 },
  velocity: { formula: '', teams: [] },
  earlier: {
    quarters: ['2025-Q4', '2026-Q1'],
    impediments: [{ id: 'i0', key: 'IMP-7', title: 'Refused', state: 'Closed', resolution: '', blockedTeamDays: 2 }],
    blockedTeamDays: 2,
    recurring: false,
  },
  proposal: 'One contract for all teams.\n\n# Not a heading',
  ask: 'Pay for\nsupport level 2',
  answerBy: '2026-03-20',
};

describe('the decision that answers a brief', () => {
  it('is accepted as it was proposed, with what was said as its outcome', () => {
    expect(decisionOfBrief(BRIEF, 'AGREED', 'From April on.')).toEqual({
      title: 'Pay for support level 2',
      state: 'ACCEPTED',
      closeReason: '',
      words: {
        context: `Pay for\\
support level 2

- IMP-42: Test \\*cards\\* are refused
- Open for 6 working days, 7 blocked team-days so far
- Waits for: Payment gateway
- Teams: Payments, Quay
- 1 earlier impediment of its source and category in two quarters`,
        drivers: [],
        options: [
          {
            title: 'As it was proposed',
            description: 'One contract for all teams.\n\n\\# Not a heading',
            arguments: [],
          },
        ],
        chosenOption: 0,
        outcome: 'From April on.',
        rationale: '',
        gains: [],
        givesUp: [],
        consequences: [],
        confirmation: '',
        moreInformation: '',
      },
    });
  });

  it('with a change is another option; declined it is rejected for what was said', () => {
    const changed = decisionOfBrief(BRIEF, 'AGREED_WITH_CHANGE', 'Half of it.');
    expect(changed).toMatchObject({ state: 'ACCEPTED', closeReason: '', words: { chosenOption: 1 } });
    expect(changed?.words.options.map(({ title }) => title)).toEqual(['As it was proposed', 'With a change']);
    expect(decisionOfBrief(BRIEF, 'DECLINED', 'No money.')).toMatchObject({
      state: 'REJECTED',
      closeReason: 'No money.',
      words: { chosenOption: null, outcome: 'No money.' },
    });
  });

  it('is none where more is needed', () => {
    expect(decisionOfBrief(BRIEF, 'NEED_MORE', 'What does it cost?')).toBeNull();
  });

  it('keeps within what a decision may say, however long the brief', () => {
    const long = {
      ...BRIEF,
      ask: 'ä*'.repeat(1000),
      proposal: '_'.repeat(5000),
      teams: Array.from({ length: 200 }, (_, index) => ({
        id: `t${index}`,
        name: `Team ${'x'.repeat(80)}`,
        area: '',
        blockedTeamDays: 1,
        stillBlocked: true,
      })),
    };
    const { title = '', words } = decisionOfBrief(long, 'AGREED', '*'.repeat(5000)) ?? {};
    expect(Array.from(title)).toHaveLength(300);
    expect(decisionProblems({ title, ...words })).toEqual([]);
  });
});
