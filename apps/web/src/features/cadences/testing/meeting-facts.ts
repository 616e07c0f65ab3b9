import type {
  CadenceLineFragment,
  CadenceQuery,
  CadenceTemplatesQuery,
  OccurrenceLineFragment,
  OccurrenceRecordFragment,
  RotaQuery,
} from '../../../generated/graphql';

export const person = (id: string, name: string) => ({ __typename: 'Person' as const, id, name });
/** The viewer of the mocked session. */
export const ANA = person('person-1', 'Ana Lindqvist');
export const ROWAN = person('person-2', 'Rowan Squall');
export const WREN = person('person-3', 'Wren Gale');

export const YARD = { __typename: 'RoleScope' as const, kind: 'TEAM' as const, id: 'team-1', name: 'Yard' };

/** A Daily Scrum of every working day at 09:30 in Lisbon. */
export function cadenceLine(changes: Partial<CadenceLineFragment> = {}): CadenceLineFragment {
  return {
    __typename: 'Cadence',
    id: 'Cadence_1',
    kind: 'DAILY_SCRUM',
    name: 'Daily of Yard',
    scope: YARD,
    chapter: null,
    community: null,
    rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    sentence: 'Every working day at 09:30',
    startsAt: '2026-01-05T09:30',
    timeZone: 'Europe/Lisbon',
    minutes: 15,
    place: 'Room 4',
    facilitation: 'ROTA',
    facilitator: null,
    endsBefore: null,
    version: 3,
    viewerCan: ['cadence:view'],
    ...changes,
  };
}

/** Its date on a day of winter, when Lisbon has UTC. @param day YYYY-MM-DD */
export function occurrenceLine(day: string, changes: Partial<OccurrenceLineFragment> = {}): OccurrenceLineFragment {
  const { id, kind, name, scope } = cadenceLine();
  return {
    __typename: 'Occurrence',
    id: `Occurrence_1_${day}`,
    originalStart: `${day}T09:30`,
    localStart: `${day}T09:30`,
    timeZone: 'Europe/Lisbon',
    startsAt: `${day}T09:30:00Z`,
    endsAt: `${day}T09:45:00Z`,
    minutes: 15,
    name,
    place: 'Room 4',
    state: 'PLANNED',
    reason: null,
    moved: false,
    version: 0,
    viewerCan: [],
    facilitator: ROWAN,
    cadence: { __typename: 'Cadence', id, kind, name, scope },
    ...changes,
  };
}

type Invited = OccurrenceRecordFragment['invited'][number];
export const invited = (who: Invited['person'], changes: Partial<Invited> = {}): Invited => ({
  __typename: 'Invited',
  person: who,
  away: false,
  answer: null,
  attended: null,
  ...changes,
});

export function occurrence(day: string, changes: Partial<OccurrenceRecordFragment> = {}): OccurrenceRecordFragment {
  return {
    ...occurrenceLine(day),
    agenda: '',
    notes: '',
    turn: null,
    invited: [invited(ANA), invited(ROWAN)],
    outcomes: [],
    actions: [],
    triageSession: null,
    previous: null,
    following: null,
    cadence: { ...cadenceLine(), hints: [], rota: null },
    ...changes,
  };
}

type Cadence = CadenceQuery['cadence'];
export function cadence(changes: Partial<Cadence> = {}): Cadence {
  return {
    ...cadenceLine(),
    agenda: '',
    createdAt: '2026-01-01T00:00:00Z',
    updatedAt: '2026-01-01T00:00:00Z',
    hints: [],
    rota: null,
    audience: { __typename: 'CadenceAudience', roles: ['DEVELOPER'], people: [] },
    follows: null,
    followedBy: null,
    next: [],
    ...changes,
  };
}

type Template = CadenceTemplatesQuery['cadenceTemplates'][number];
export const template = (changes: Partial<Template> = {}): Template => ({
  __typename: 'CadenceTemplate',
  kind: 'DAILY_SCRUM',
  name: 'Daily Scrum',
  purpose: 'Developers look at the way to the Sprint Goal and plan the next day.',
  rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  minutes: 15,
  agenda: '- What brings us nearer?',
  hints: [{ __typename: 'RoleHint', role: 'PRODUCT_OWNER', words: 'Listen, don’t direct.' }],
  roles: ['DEVELOPER'],
  facilitation: 'ROTA',
  scopeKinds: ['TEAM'],
  source: 'Scrum Guide 2020',
  ...changes,
});

export type Rota = RotaQuery['rota'];
type Turn = Rota['turns'][number];
export const turn = (on: string, who: Turn['people'][number]['person'], changes: Partial<Turn> = {}): Turn => ({
  __typename: 'RotaTurn',
  id: `RotaTurn_${on}`,
  on,
  startsAt: `${on}T12:00:00Z`,
  past: false,
  note: null,
  occurrence: null,
  people: [{ __typename: 'TurnPerson', person: who, reason: 'TURN', insteadOf: null }],
  ...changes,
});

export function rota(changes: Partial<Rota> = {}): Rota {
  return {
    __typename: 'Rota',
    id: 'Rota_1',
    purpose: 'CODE_REVIEW',
    name: 'Reviews of Yard',
    sentence: 'Every Monday',
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    startsOn: '2026-01-05',
    size: 1,
    version: 4,
    viewerCan: [],
    team: { __typename: 'Team', id: 'team-1', name: 'Yard' },
    cadence: null,
    members: [ANA, ROWAN, WREN].map((one) => ({ __typename: 'RotaMember', person: one, since: '2026-01-05' })),
    turns: [],
    fairness: [],
    ...changes,
  };
}
