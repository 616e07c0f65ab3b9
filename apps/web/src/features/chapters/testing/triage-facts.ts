import type { ActionFactsFragment } from '../../../generated/graphql';
import type { ShownItem, ShownSession } from '../triage/triage-items';

export const ANA = { __typename: 'Person' as const, id: 'person-1', name: 'Ana Lindqvist' };
export const ROWAN = { __typename: 'Person' as const, id: 'person-2', name: 'Rowan Squall' };

const CHECKOUT = { __typename: 'Team' as const, id: 'team-1', name: 'Checkout' };

/** What whoever facilitates may do in a running session. */
export const FACILITATES = [
  'chapter:view',
  'triage:join',
  'triage:add-item',
  'triage:vote',
  'triage:promise-action',
  'triage:facilitate',
  'triage:end-item',
  'triage:hand-over',
];
/** And a member who does not. */
export const TAKES_PART = ['chapter:view', 'triage:join', 'triage:add-item', 'triage:vote', 'triage:promise-action'];

export function action(n: number, facts: Partial<ActionFactsFragment> = {}): ActionFactsFragment {
  return {
    __typename: 'ActionItem',
    id: `action-${n}`,
    title: `Call the harbour ${n}`,
    dueOn: '2099-03-02',
    state: 'OPEN',
    result: null,
    endedAt: null,
    carried: 0,
    version: 1,
    viewerCan: ['action:view', 'action:edit', 'action:complete', 'action:drop'],
    owner: ROWAN,
    createdBy: ANA,
    team: null,
    impediment: null,
    occurrence: null,
    ...facts,
  };
}

/** An item about an impediment that several teams wait for. */
export function item(n: number, facts: Partial<ShownItem> = {}): ShownItem {
  return {
    __typename: 'TriageItem',
    id: `item-${n}`,
    position: n,
    reason: 'NEW_SHARED',
    why: 'It affects 3 teams.',
    result: null,
    note: null,
    endedAt: null,
    dots: 0,
    viewerDots: 0,
    secondsSpent: 0,
    version: 1,
    endedBy: null,
    impediment: {
      __typename: 'Impediment',
      id: `impediment-${n}`,
      key: `IMP-${n}`,
      title: `Ramp ${n} is closed`,
      state: 'RAISED',
      level: 2,
      severity: null,
      dueOn: null,
      nextStep: '',
      clockEndsAt: null,
      raisedAt: '2026-03-02T08:00:00Z',
      blockedTeamDays: 6,
      blockedTeamDaysPerDay: 3,
      version: 1,
      viewerCan: ['impediment:view', 'impediment:triage', 'impediment:decline', 'impediment:set-level'],
      owner: null,
      raisingTeam: CHECKOUT,
      affectedTeams: [CHECKOUT],
      source: null,
    },
    source: null,
    action: null,
    actions: [],
    ...facts,
  };
}

export function session(facts: Partial<ShownSession> = {}): ShownSession {
  return {
    __typename: 'TriageSession',
    id: 'session-1',
    state: 'RUNNING',
    startedAt: new Date().toISOString(),
    endedAt: null,
    dotsPerPerson: 3,
    viewerDotsLeft: 3,
    minutes: null,
    serverTime: new Date().toISOString(),
    version: 1,
    viewerCan: FACILITATES,
    chapter: {
      __typename: 'Chapter',
      id: 'chapter-1',
      name: 'Quay masters',
      scope: { __typename: 'RoleScope', kind: 'AREA', id: 'area-1', name: 'Payments' },
    },
    occurrence: null,
    facilitator: ANA,
    current: null,
    items: [item(1), item(2), item(3)],
    participants: [
      { __typename: 'TriageParticipant', joinedAt: new Date().toISOString(), person: ANA },
      { __typename: 'TriageParticipant', joinedAt: new Date().toISOString(), person: ROWAN },
    ],
    timebox: null,
    toldTeams: [],
    ...facts,
  };
}
