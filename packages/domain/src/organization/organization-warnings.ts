import { type AccountabilityFacts, type AssignmentFact, accountableFor } from './accountability.js';
import { lastsOn } from './date-range.js';
import { EXCLUSIVE_ROLES, type Role } from './role.js';

export const ORGANIZATION_WARNING_CODES = [
  'TEAM_WITHOUT_SCRUM_MASTER',
  'SCRUM_MASTER_OF_MANY_TEAMS',
  'SCRUM_MASTER_ALSO_DEVELOPER',
  'PRODUCT_OWNER_OF_MANY_TEAMS',
  'VACANCY',
] as const;
export type OrganizationWarningCode = (typeof ORGANIZATION_WARNING_CODES)[number];

/** Something to look at; never a reason to refuse. */
export interface OrganizationWarningFact {
  code: OrganizationWarningCode;
  role: Role | null;
  /** The team, area, product or organization that it is about; null when it is about a person. */
  scopeId: string | null;
  personIds: string[];
  teamIds: string[];
}

export interface OrganizationWarningFacts extends AccountabilityFacts {
  products: { id: string }[];
  /** `archivedOn`: YYYY-MM-DD; from that day on nobody needs to answer for it. */
  areas: { id: string; archivedOn: string | null }[];
  teams: { id: string; archivedOn: string | null }[];
}

/** More teams than this share one person too thinly. */
const TEAMS_PER_PERSON = 2;
/** Percent of the working time; more of it as a Developer is at the cost of the Scrum Master. */
const DEVELOPER_SHARE = 20;

/** @param at YYYY-MM-DD in the organization's time zone. */
export function organizationWarnings(facts: OrganizationWarningFacts, at: string): OrganizationWarningFact[] {
  const teams = facts.teams.filter((team) => stands(team, at));
  const teamIds = new Set(teams.map((team) => team.id));
  const gone = new Set([...facts.areas, ...facts.teams].filter((scope) => !stands(scope, at)).map((scope) => scope.id));
  const assignments = facts.assignments.filter((held) => lastsOn(held, at) && !gone.has(held.scopeId));
  const current = { ...facts, assignments };
  return [
    ...teams.flatMap((team) => teamWithoutScrumMaster(current, team.id)),
    ...tooManyTeams('SCRUM_MASTER', 'SCRUM_MASTER_OF_MANY_TEAMS', assignments, teamIds),
    ...tooManyTeams('PRODUCT_OWNER', 'PRODUCT_OWNER_OF_MANY_TEAMS', assignments, teamIds),
    ...scrumMastersWhoDevelop(assignments),
    ...vacancies(current, at),
  ];
}

function stands(scope: { archivedOn: string | null }, at: string): boolean {
  return scope.archivedOn === null || at < scope.archivedOn;
}

function teamWithoutScrumMaster({ assignments }: AccountabilityFacts, teamId: string): OrganizationWarningFact[] {
  const held = assignments.some(
    ({ scopeId, role, kind }) => scopeId === teamId && role === 'SCRUM_MASTER' && kind !== 'ASSOCIATE',
  );
  if (held) return [];
  return [
    {
      code: 'TEAM_WITHOUT_SCRUM_MASTER',
      role: 'SCRUM_MASTER',
      scopeId: teamId,
      personIds: [],
      teamIds: [teamId],
    },
  ];
}

function tooManyTeams(
  role: Role,
  code: OrganizationWarningCode,
  assignments: AssignmentFact[],
  known: ReadonlySet<string>,
): OrganizationWarningFact[] {
  return [...scopesByPerson(assignments.filter((held) => serves(held, role) && known.has(held.scopeId)))]
    .filter(([, teamIds]) => teamIds.size > TEAMS_PER_PERSON)
    .map(([personId, teamIds]) => ({ code, role, scopeId: null, personIds: [personId], teamIds: [...teamIds].sort() }));
}

function scrumMastersWhoDevelop(assignments: AssignmentFact[]): OrganizationWarningFact[] {
  const masters = scopesByPerson(assignments.filter((held) => serves(held, 'SCRUM_MASTER')));
  return [...masters].flatMap(([personId, teamIds]) => {
    const developing = assignments.filter((held) => held.personId === personId && serves(held, 'DEVELOPER'));
    // A share that nobody stated may be all of it; better a question too many than none.
    const share = developing.reduce((sum, { sharePercent }) => sum + (sharePercent ?? 100), 0);
    if (share <= DEVELOPER_SHARE) return [];
    return [
      {
        code: 'SCRUM_MASTER_ALSO_DEVELOPER',
        role: 'SCRUM_MASTER',
        scopeId: null,
        personIds: [personId],
        teamIds: [...new Set([...teamIds, ...developing.map((held) => held.scopeId)])].sort(),
      } as const,
    ];
  });
}

/** Where nobody answers though somebody must, or though somebody holds the role and is away without a backup. */
function vacancies(facts: OrganizationWarningFacts, at: string): OrganizationWarningFact[] {
  const needed = new Map<string, { scopeId: string; role: Role }>();
  const need = (scopeId: string, role: Role) => needed.set(`${scopeId} ${role}`, { scopeId, role });
  for (const { id } of facts.products) need(id, 'CHIEF_PRODUCT_OWNER');
  for (const area of facts.areas) if (stands(area, at)) need(area.id, 'AREA_PRODUCT_OWNER');
  for (const team of facts.teams) if (stands(team, at)) need(team.id, 'PRODUCT_OWNER');
  for (const { scopeId, role, kind } of facts.assignments) {
    if (kind !== 'ASSOCIATE' && EXCLUSIVE_ROLES.includes(role)) need(scopeId, role);
  }
  const teamIds = new Set(facts.teams.map((team) => team.id));
  return [...needed.values()]
    .map(({ scopeId, role }) => ({ scopeId, role, answer: accountableFor(facts, scopeId, role, at) }))
    .filter(({ answer }) => answer.because === 'VACANT')
    .map(({ scopeId, role, answer }) => ({
      code: 'VACANCY',
      role,
      scopeId,
      personIds: answer.primaryPersonId === null ? [] : [answer.primaryPersonId],
      teamIds: teamIds.has(scopeId) ? [scopeId] : [],
    }));
}

/** A backup does the work only now and then. */
function serves(held: AssignmentFact, role: Role): boolean {
  return held.role === role && held.kind !== 'BACKUP';
}

function scopesByPerson(assignments: AssignmentFact[]): Map<string, Set<string>> {
  const scopes = new Map<string, Set<string>>();
  for (const { personId, scopeId } of assignments) {
    scopes.set(personId, (scopes.get(personId) ?? new Set<string>()).add(scopeId));
  }
  return scopes;
}
