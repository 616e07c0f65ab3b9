import { built } from './built-product.mjs';

const AREAS = 8;
const TEAMS = 48;
const PEOPLE_PER_TEAM = 6;
/** Impediments of one transaction. */
const BATCH = 2500;
const DAY = 86_400_000;
const SEVERITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const CATEGORIES = ['TOOLING', 'ENVIRONMENT', 'PROCESS', 'PEOPLE', 'KNOWLEDGE', 'EXTERNAL', 'POLICY', 'OTHER'];
const OPEN_STATES = ['RAISED', 'TRIAGED', 'IN_PROGRESS', 'RESOLVED'];

/**
 * An organization through the product's own bulk writes, the same every time but for its ids and the day.
 * @param {{ history: number, open: number, sessions: number }} wanted ended and open impediments; how many people get a session
 */
export async function fill(app, { history, open: many, sessions }) {
  const get = async (path, name) => app.get((await built(path))[name], { strict: false });
  const organizations = await get('features/organization/new-organization', 'NewOrganization');
  const structure = await get('features/organization/organization-structure', 'OrganizationStructure');
  const impediments = await get('features/impediments/impediment-history', 'ImpedimentHistory');
  const database = await get('platform/database/database', 'Database');
  const store = await get('platform/auth/session-store', 'SessionStore');

  const cast = await organizations.create({ name: 'Bench', slug: 'bench', timeZone: 'UTC' }, async (tx) => {
    const [productId] = await structure.createProducts(tx, [{ name: 'Ferries' }]);
    const areaIds = await structure.createAreas(
      tx,
      list(AREAS, (n) => ({ productId, name: `Area number ${n}` })),
    );
    const teamIds = await structure.createTeams(
      tx,
      list(TEAMS, (n) => ({ areaId: areaIds[n % AREAS], name: `Team number ${n}` })),
    );
    const personIds = await structure.addPeople(
      tx,
      list(TEAMS * PEOPLE_PER_TEAM, (n) => ({ name: `Somebody Number${n}` })),
    );
    const role = (n, held) => ({
      personId: personIds[n],
      kind: 'PRIMARY',
      startsOn: '2020-01-01',
      endsBefore: null,
      ...held,
    });
    await structure.assignRoles(tx, [
      role(0, { role: 'ADMINISTRATOR', scopeKind: 'ORGANIZATION', scopeId: tx.organizationId }),
      ...list(TEAMS * PEOPLE_PER_TEAM, (n) =>
        role(n, {
          role: n % PEOPLE_PER_TEAM === 1 ? 'SCRUM_MASTER' : 'DEVELOPER',
          scopeKind: 'TEAM',
          scopeId: teamIds[Math.floor(n / PEOPLE_PER_TEAM)],
        }),
      ),
    ]);
    return { organizationId: tx.organizationId, teamIds, personIds };
  });

  const scope = { organizationId: cast.organizationId, cause: 'bench' };
  const facts = [...list(history, (n) => ended(n, cast)), ...list(many, (n) => open(n, cast))];
  for (let from = 0; from < facts.length; from += BATCH) {
    await database.transaction(scope, async (tx) => {
      // As imports do: plans made while the tables were empty would walk through all rows for each new one.
      await tx.run('set local plan_cache_mode = force_custom_plan');
      await impediments.insert(tx, facts.slice(from, from + BATCH));
    });
  }
  const cookies = await database.transaction(scope, async (tx) => {
    const started = [];
    for (const personId of cast.personIds.slice(0, sessions)) started.push(await store.start(tx, personId));
    return started;
  });
  return { ...cast, cookies };
}

function ended(n, cast) {
  const raised = Date.now() - (1 + (n % 1400)) * DAY;
  return {
    ...facts(n, cast, raised),
    ...ownedBy(n, cast, raised),
    ...over(raised),
    state: 'CLOSED',
    closedAt: iso(raised + DAY / 2),
  };
}

function open(n, cast) {
  const state = OPEN_STATES[n % OPEN_STATES.length];
  const raised = Date.now() - (1 + (n % 60)) * DAY - n * 1000;
  return {
    ...facts(n, cast, raised),
    state,
    ...(state !== 'RAISED' && ownedBy(n, cast, raised)),
    ...(state === 'RESOLVED' && over(raised)),
  };
}

function facts(n, { teamIds, personIds }, raised) {
  const team = (n * 7) % TEAMS;
  return {
    title: `The staging environment of harbour ${n} refuses every third deployment`,
    description: 'The team cannot go on with part of its Sprint. Asked directly, no answer that we could plan with.',
    category: CATEGORIES[n % CATEGORIES.length],
    level: 1 + (n % 3),
    raisedById: personIds[team * PEOPLE_PER_TEAM + (n % PEOPLE_PER_TEAM)],
    raisedAt: iso(raised),
    raisingTeamId: teamIds[team],
    affectedTeamIds: list(n % 4, (more) => teamIds[(team + 1 + more * 5) % TEAMS]),
    comments: list(n % 3, (one) => ({
      authorId: personIds[(n + one) % personIds.length],
      body: 'We wait for the access, and have asked for it again.',
      at: iso(raised + (one + 1) * 3_600_000),
    })),
    voterIds: list(n % 5, (one) => personIds[(n + one * 11) % personIds.length]),
  };
}

function ownedBy(n, { personIds }, raised) {
  return {
    ownerId: personIds[((n * 5) % TEAMS) * PEOPLE_PER_TEAM + 1],
    severity: SEVERITIES[n % SEVERITIES.length],
    nextStep: 'Ask the department for an account of our own until Friday.',
    dueOn: n % 2 === 0 ? iso(raised + 90 * DAY).slice(0, 10) : null,
    triagedAt: iso(raised + DAY / 8),
    ...(n % OPEN_STATES.length > 1 && { startedAt: iso(raised + DAY / 6) }),
  };
}

function over(raised) {
  return {
    startedAt: iso(raised + DAY / 6),
    resolution: 'The quota was raised for good.',
    resolvedAt: iso(raised + DAY / 4),
  };
}

function list(length, make) {
  return Array.from({ length }, (_, index) => make(index));
}

function iso(at) {
  return new Date(at).toISOString();
}
