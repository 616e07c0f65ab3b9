import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { built } from './built-product.mjs';
import { inProduct, withOwner } from './house.mjs';

const BATCH = 1000;

/**
 * A database of its own whose impediments are the issues, in one organization with a team for each project. What the
 * issues are linked with is not told.
 * @param {import('./jira-truth.mjs').Issue[]} issues
 * @param {(house: {
 *   ask: (document: string, variables?: object) => Promise<any>,
 *   keys: Map<string, string>,
 *   add: (more: import('./jira-truth.mjs').Issue[]) => Promise<void>,
 * }) => Promise<void>} work `ask` sends a document as somebody of the organization; `keys`: what each issue is called
 *   here, by its key in Jira
 */
export async function withIssues(issues, work) {
  const { startEmbeddedDatabase } = await built('platform/embedded-database/embedded-database');
  const { migrate } = await built('platform/database/migrate');
  const folder = mkdtempSync(join(tmpdir(), 'chapterhouse-bench-'));
  const database = await startEmbeddedDatabase({ dataFolder: folder, fsync: false });
  try {
    await migrate(database.url);
    const secret = randomBytes(36).toString('base64');
    await inProduct({ databaseUrl: database.url, secret }, async (app) => {
      await app.getHttpAdapter().getInstance().ready();
      const { keys, cookie, insert } = await organization(app, issues);
      const add = async (more) => {
        await insert(more);
        await withOwner(database.url, (owner) => owner.query('vacuum analyze'));
      };
      await add(issues);
      await work({ ask: (document, variables) => graphql(app, cookie, document, variables), keys, add });
    });
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function organization(app, issues) {
  const get = async (path, name) => app.get((await built(path))[name], { strict: false });
  const organizations = await get('features/organization/new-organization', 'NewOrganization');
  const structure = await get('features/organization/organization-structure', 'OrganizationStructure');
  const history = await get('features/impediments/impediment-history', 'ImpedimentHistory');
  const database = await get('platform/database/database', 'Database');
  const sessions = await get('platform/auth/session-store', 'SessionStore');
  const projects = [...new Set(issues.map(({ project }) => project))];
  const cast = await organizations.create({ name: 'Recall', slug: 'recall', timeZone: 'UTC' }, async (tx) => {
    const [productId] = await structure.createProducts(tx, [{ name: 'Product' }]);
    const [areaId] = await structure.createAreas(tx, [{ productId, name: 'Area' }]);
    const teamIds = await structure.createTeams(
      tx,
      projects.map((name) => ({ areaId, name })),
    );
    const [personId] = await structure.addPeople(tx, [{ name: 'Somebody' }]);
    const role = { role: 'DEVELOPER', scopeKind: 'TEAM', scopeId: teamIds[0], kind: 'PRIMARY' };
    await structure.assignRoles(tx, [{ ...role, personId, startsOn: '2020-01-01', endsBefore: null }]);
    return { organizationId: tx.organizationId, teamIds, personId };
  });
  const keys = new Map();
  const scope = { organizationId: cast.organizationId, cause: 'bench' };
  const insert = async (all) => {
    for (let from = 0; from < all.length; from += BATCH) {
      const batch = all.slice(from, from + BATCH);
      await database.transaction(scope, async (tx) => {
        await tx.run('set local plan_cache_mode = force_custom_plan');
        const facts = batch.map((issue) => impediment(issue, cast, projects));
        const recorded = await history.insert(tx, facts);
        for (const [index, { key }] of recorded.entries()) keys.set(batch[index].key, key);
      });
    }
  };
  const cookie = await database.transaction(scope, (tx) => sessions.start(tx, cast.personId));
  return { keys, cookie, insert };
}

function impediment({ project, title, description, comments, raisedAt, endedAt }, { teamIds, personId }, projects) {
  const facts = {
    title,
    description,
    category: 'OTHER',
    raisedById: personId,
    raisedAt,
    comments: comments.map((said) => ({ ...said, authorId: personId })),
    raisingTeamId: teamIds[projects.indexOf(project)],
  };
  if (endedAt === null) return { ...facts, state: 'RAISED' };
  const ended = { state: 'CLOSED', severity: 'MEDIUM', ownerId: personId, resolution: 'Done' };
  return { ...facts, ...ended, triagedAt: raisedAt, startedAt: raisedAt, resolvedAt: endedAt, closedAt: endedAt };
}

async function graphql(app, cookie, query, variables = {}) {
  const reply = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'content-type': 'application/json', cookie: `chapterhouse=${cookie}` },
    payload: { query, variables },
  });
  const { data, errors } = JSON.parse(reply.body);
  if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}
