import type {
  BriefFactsFragment,
  BriefLineFragment,
  BriefPaceWordsFragment,
  BriefWordsFragment,
  ImpedimentLevelsQuery,
} from '../../../generated/graphql';
import { ANA, levels, ROWAN } from './impediment-facts';

export const HAZEL = { __typename: 'Person' as const, id: 'Person_hazel', name: 'Hazel Gale' };
export const LINDEN = { __typename: 'Person' as const, id: 'Person_linden', name: 'Linden Frost' };

/** With the top one. */
export const ladder: Omit<ImpedimentLevelsQuery, '__typename'> = {
  organization: {
    ...levels.organization,
    impedimentLevels: [
      ...levels.organization.impedimentLevels,
      { __typename: 'ImpedimentLevel', level: 3, name: 'Executive Action Team', clockWorkingHours: 80 },
    ],
  },
};

type Sprints = BriefPaceWordsFragment['before']['sprints'];
const mean = (value: number | null, ...sprints: [string, number][]) => ({
  __typename: 'BriefMean' as const,
  mean: value,
  sprints: sprints.map(([name, done]): Sprints[number] => ({ __typename: 'BriefSprint', name, done })),
});

/** Two teams: of one there is enough data, of the other there is not. */
export function briefWords(facts: Partial<BriefWordsFragment> = {}): BriefWordsFragment {
  return {
    __typename: 'BriefData',
    asOf: '2026-03-03T10:00:00Z',
    timeZone: 'Europe/Lisbon',
    impediment: {
      __typename: 'BriefImpediment',
      id: 'impediment-1',
      key: 'IMP-1',
      title: 'Test cards are refused',
      category: 'External',
      severity: 'High',
      source: 'Coralpay',
      raisedAt: '2026-02-17T10:00:00Z',
      ageInWorkingDays: 11,
    },
    teams: [
      {
        __typename: 'BriefTeam',
        id: 'team-checkout',
        name: 'Checkout',
        area: 'Payments',
        blockedTeamDays: 11,
        stillBlocked: true,
      },
      {
        __typename: 'BriefTeam',
        id: 'team-quay',
        name: 'Quay',
        area: 'Harbour',
        blockedTeamDays: 3,
        stillBlocked: false,
      },
    ],
    blockedItems: [{ __typename: 'BriefBlockedItem', key: 'PAY-7', title: 'Refund by card' }],
    blockedTeamDays: { __typename: 'BriefCost', soFar: 14, perDay: 1 },
    velocity: {
      __typename: 'BriefVelocity',
      formula: 'mean before, minus mean while it lasted',
      teams: [
        {
          __typename: 'BriefTeamVelocity',
          team: 'Checkout',
          items: {
            __typename: 'BriefPace',
            lost: 6,
            lack: null,
            before: mean(12, ['Sprint 6', 14], ['Sprint 5', 10]),
            during: mean(6, ['Sprint 7', 6]),
          },
          points: {
            __typename: 'BriefPace',
            lost: null,
            lack: 'BEFORE',
            before: mean(null, ['Sprint 6', 30]),
            during: mean(21, ['Sprint 7', 21]),
          },
        },
      ],
    },
    earlier: {
      __typename: 'BriefEarlier',
      quarters: ['2025-Q4', '2026-Q1'],
      impediments: [],
      blockedTeamDays: 0,
      recurring: false,
    },
    proposal: '',
    ask: '',
    answerBy: null,
    ...facts,
  };
}

export const ASK = 'Pay for the second support level.';
export const PROPOSAL = 'One contract for all teams.';

const SENT = briefWords({ ask: ASK, proposal: PROPOSAL, answerBy: '2026-03-10' });

/** In a list. */
export function briefLine(facts: Partial<BriefLineFragment> = {}): BriefLineFragment {
  return {
    __typename: 'EscalationBrief',
    id: 'EscalationBrief_1',
    state: 'WAITING',
    overdue: false,
    answerBy: '2026-03-10',
    sentAt: '2026-03-03T10:00:00Z',
    sentBy: ROWAN,
    recipients: [HAZEL, LINDEN],
    data: { __typename: 'BriefData', ask: ASK, proposal: PROPOSAL },
    answer: null,
    ...facts,
  };
}

export function answerOf(
  facts: Partial<NonNullable<BriefLineFragment['answer']>> = {},
): NonNullable<BriefLineFragment['answer']> {
  return {
    __typename: 'BriefAnswer',
    kind: 'AGREED_WITH_CHANGE',
    words: 'For six months.',
    at: '2026-03-05T10:00:00Z',
    by: HAZEL,
    insteadOf: null,
    ...facts,
  };
}

/** With all of it; the viewer is asked. */
export function sentBrief(facts: Partial<BriefFactsFragment> = {}): BriefFactsFragment {
  return {
    ...briefLine({ recipients: [ANA, HAZEL] }),
    fingerprint: 'ab'.repeat(32),
    replacedById: null,
    markdownUrl: '/files/briefs/EscalationBrief_1.md',
    pdfUrl: '/files/briefs/EscalationBrief_1.pdf',
    viewerCan: ['brief:view', 'brief:answer'],
    impediment: {
      __typename: 'Impediment',
      id: 'impediment-1',
      key: 'IMP-1',
      title: 'Test cards are refused again',
      state: 'IN_PROGRESS',
      viewerCan: [],
      owner: null,
    },
    ...facts,
    data: facts.data ?? SENT,
  };
}
