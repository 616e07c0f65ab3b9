import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { getNamedType, isInputObjectType, type GraphQLSchema } from 'graphql';
import { TestApp } from '../test-app.js';
import { EXPECTATIONS } from './matrix-policy.js';
import { CANARY, setStage, type Stage } from './matrix-stage.js';
import { ACTORS } from './stage-actors.js';
import { documentOf, reachableFields, rootFields, together, type Reachable } from './schema-documents.js';
import { UNREACHED } from './unreached-types.js';

const RANDOM = '00000000-0000-7000-8000-000000000000';

let app: TestApp;
let schema: GraphQLSchema;
let own: Stage;
let foreign: Stage;
let revoked: string;
beforeAll(async () => {
  app = await TestApp.start();
  schema = app.app.get(GraphQLSchemaHost, { strict: false }).schema;
  foreign = await setStage(app.world, CANARY, 900);
  own = await setStage(app.world, 'Own', 1);
  const gone = await own.organization.holder('Own revoked', 'ADMINISTRATOR');
  await own.organization.query('update sessions set revoked_at = now() where person_id = $1', [gone.id]);
  revoked = gone.cookie;
});
afterAll(() => app.stop());

const callable = () => rootFields(schema).filter(({ operation }) => operation !== 'subscription');

async function call(cookie: string | null, name: string, variables: Record<string, unknown>) {
  const root = rootFields(schema).find((known) => known.name === name);
  if (!root) throw new Error(`${name} is not in the schema.`);
  const reply = await app.graphql(cookie, documentOf(root.operation, root.field, Object.keys(variables)), variables);
  return { ...reply, code: reply.errors?.[0]?.extensions.code };
}

describe('the permission matrix', () => {
  it('has an expectation for every root field, and none for a field that is gone', () => {
    expect(Object.keys(EXPECTATIONS).sort()).toEqual(
      rootFields(schema)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it('every root field x every role: granted or FORBIDDEN as the table says', async () => {
    const wrong: string[] = [];
    for (const { name } of callable()) {
      const expectation = EXPECTATIONS[name];
      if (!expectation || !Array.isArray(expectation.who)) continue;
      for (const actor of ACTORS) {
        const { code, text } = await call(own.actors[actor].cookie, name, expectation.variables?.(own.ids) ?? {});
        const granted = expectation.who.includes(actor);
        const refused = code === 'FORBIDDEN' || code === 'NOT_DELEGATED';
        if (granted === refused) wrong.push(`${name} as ${actor}: ${code ?? 'granted'}`);
        const isGone = code === 'NOT_FOUND' && !TAKEN_AWAY.has(name);
        if (code === 'INTERNAL' || isGone || code?.startsWith('GRAPHQL') || code === 'BAD_USER_INPUT')
          wrong.push(`${name} as ${actor}: ${text}`);
        if (text.includes(CANARY)) wrong.push(`${name} as ${actor} shows the other organization`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('anonymous and revoked: every field that is not public is UNAUTHENTICATED', async () => {
    const wrong: string[] = [];
    for (const { name } of callable()) {
      const expectation = EXPECTATIONS[name];
      if (!expectation || expectation.who === 'public') continue;
      for (const cookie of [
        null,
        revoked,
        'not a cookie',
        `${own.organization.id.replaceAll('-', '')}.${'A'.repeat(43)}`,
      ]) {
        const { code } = await call(cookie, name, expectation.variables?.(own.ids) ?? {});
        if (code !== 'UNAUTHENTICATED') wrong.push(`${name}: ${code ?? 'granted'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('cases 1-3: each id of another organization is not found, byte for byte like a random one', async () => {
    const present = new Map([
      [own.ids.impediment, 'impediments'],
      [own.ids.otherSource, 'sources'],
      [own.ids.decision, 'decisions'],
      [own.ids.item, 'backlog_items'],
      [own.ids.task, 'backlog_items'],
      [own.ids.dependency, 'dependencies'],
      [own.ids.scenario, 'scenarios'],
    ]);
    const versionOf = async (id: string): Promise<number> => {
      const [row] = await own.organization.query<{ version: number }>(
        `select version from ${present.get(id) ?? ''} where id = $1`,
        [id.replace(/.*_/u, '')],
      );
      return row?.version ?? 0;
    };
    const wrong: string[] = [];
    let tried = 0;
    for (const { name } of callable()) {
      const expectation = EXPECTATIONS[name];
      const variables = expectation?.variables?.(own.ids);
      if (!variables) continue;
      // Nothing stale here: what is looked up last must be looked up.
      const changed = String(variables['id']);
      if (present.has(changed) && 'version' in variables) variables['version'] = await versionOf(changed);
      for (const path of idPaths(variables)) {
        const ofForeign = replaced(variables, path, (id) => foreignOf(id));
        const ofRandom = replaced(variables, path, (id) =>
          /^(IMP|D|B|DEP|A)-/u.test(id) ? id.replace(/\d+/u, '4444') : id.replace(/_.*/u, `_${RANDOM}`),
        );
        const withForeign = await call(own.actors.administrator.cookie, name, ofForeign);
        const withRandom = await call(own.actors.administrator.cookie, name, ofRandom);
        tried += 1;
        if (withForeign.text !== withRandom.text)
          wrong.push(`${name} ${path.join('.')}: ${withForeign.text} / ${withRandom.text}`);
        if (withForeign.code !== 'NOT_FOUND' && !EMPTY_INSTEAD.has(name))
          wrong.push(`${name} ${path.join('.')}: ${withForeign.code ?? 'granted'}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(40);
  });

  it('every field of the schema, followed from the queries: no canary, no fault, no secret', async () => {
    const wrong: string[] = [];
    const fields = reachableFields(schema);
    const covered = new Set(fields.map(({ coordinate }) => coordinate));
    for (const type of Object.values(schema.getTypeMap())) {
      if (!('getFields' in type) || type.name.startsWith('__') || isInputObjectType(type) || UNREACHED.has(type.name))
        continue;
      for (const field of Object.keys(type.getFields()))
        if (!covered.has(`${type.name}.${field}`)) wrong.push(`${type.name}.${field} is not reached`);
    }
    for (const actor of ['administrator', 'scrumMaster', 'stakeholder', 'nobody'] as const) {
      const follow = async (group: Reachable[]): Promise<void> => {
        const [first] = group;
        if (first === undefined || first.root.name === 'invitationPreview') return;
        const variables = EXPECTATIONS[`Query.${first.root.name}`]?.variables?.(own.ids) ?? {};
        const inner = `{ ${group.map((field) => field.inner.slice(1, -1)).join(' ')} }`;
        const document = documentOf('query', first.root, Object.keys(variables), inner);
        const { errors, text } = await app.graphql(own.actors[actor].cookie, document, variables);
        // What one field is refused may hide what the others would show.
        if (errors !== undefined && group.length > 1) {
          for (const field of group) await follow([field]);
          return;
        }
        const asked = `${group.map(({ coordinate }) => coordinate).join(', ')} as ${actor}`;
        const code = errors?.[0]?.extensions.code;
        if (code && code !== 'FORBIDDEN') wrong.push(`${asked}: ${text.slice(0, 200)}`);
        if (text.includes(CANARY)) wrong.push(`${asked} shows the other organization`);
        if (/argon2|token_hash|password_hash/u.test(text)) wrong.push(`${asked} shows a secret`);
      };
      for (const group of together(fields, 8)) await follow(group);
    }
    expect(wrong).toEqual([]);
  });

  it('case 4: inputs carry no organization, author or own id', () => {
    // They name what is changed, as the arguments `id` and `version` of a single change do; a step's name is of its checklist alone.
    const inputs = Object.values(schema.getTypeMap())
      .filter(isInputObjectType)
      .filter(({ name }) => name !== 'ImpedimentVersionInput' && name !== 'ChecklistStepInput');
    const forbidden = inputs.flatMap((input) =>
      Object.keys(input.getFields())
        .filter((field) => /^(organizationId|id|version|createdBy|raisedBy.*|authorId)$/u.test(field))
        .map((field) => `${input.name}.${field}`),
    );
    expect(forbidden).toEqual([]);
    expect(getNamedType(schema.getQueryType()?.getFields()['node']?.type)?.name).toBe('Node');
  });

  it('case 9: an e-mail is hidden by every path that leads to its person', async () => {
    await own.organization.query(`update people set email = 'hidden@example.org' where id = $1`, [
      own.ids.person.replace('Person_', ''),
    ]);
    await own.organization.query('update impediments set raised_by = $1, owner_id = $1', [
      own.ids.person.replace('Person_', ''),
    ]);
    const paths = [
      `{ person(id: "${own.ids.person}") { email } }`,
      `{ node(id: "${own.ids.person}") { ... on Person { email } } }`,
      '{ people(first: 100) { edges { node { email } } } }',
      '{ impedimentBoard { impediments { raisedBy { email } owner { email } } } }',
      '{ impediments { edges { node { raisedBy { email } owner { assignments(all: true) { person { email } } } } } } }',
      `{ team(id: "${own.ids.team}") { assignments(all: true) { person { email } } } }`,
    ];
    for (const query of paths) {
      const hidden = await app.graphql(own.actors.otherDeveloper.cookie, query);
      expect(hidden.errors).toBeUndefined();
      expect(hidden.text).not.toContain('hidden@example.org');
      const shown = await app.graphql(own.actors.administrator.cookie, query);
      expect(shown.text).toContain('hidden@example.org');
    }
    const secrets = Object.values(schema.getTypeMap()).flatMap((type) =>
      'getFields' in type && !isInputObjectType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).filter(
            (field) =>
              /password|secret|hash|token/iu.test(field) &&
              !['Mutation', 'Query'].includes(type.name) &&
              // Of words that everybody may read.
              field !== 'contentHash',
          )
        : [],
    );
    expect(secrets).toEqual([]);
  });

  it('leaves every row of the other organization as it was', async () => {
    const rows = await foreign.organization.query<{ title: string; version: number }>(
      'select title, version from impediments order by number',
    );
    expect(rows.every(({ title, version }) => title.startsWith(CANARY) && version === 1)).toBe(true);
    const [counts] = await foreign.organization.query(
      `select (select count(*) from people) as people, (select count(*) from role_assignments) as roles, (select count(*) from impediments) as impediments,
              (select count(*) from impediment_comments) as comments, (select count(*) from events) as events, (select count(*) from decisions) as decisions,
              (select count(*) from decision_links) as links, (select count(*) from invitations where revoked_at is null) as open`,
    );
    expect(counts).toEqual({
      people: 17,
      roles: 16,
      impediments: 2,
      comments: 3,
      events: 5,
      decisions: 5,
      links: 15,
      open: 1,
    });
  });
});

/** The first who may takes the thing away; it has no version by which the others would be refused. */
const TAKEN_AWAY = new Set(['Mutation.unlinkImpediment', 'Mutation.unlinkDecision']);
/** Lists and look-ups that answer with nothing instead of a refusal. */
const EMPTY_INSTEAD = new Set([
  'Query.node',
  'Query.things',
  'Query.impediments',
  'Query.decisions',
  'Query.backlog',
  'Query.dependencies',
  'Query.checklistRuns',
  'Query.artifacts',
]);
function idPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string')
    return /^[A-Z][A-Za-z]+_[0-9a-f-]{36}$|^(IMP|D|B|DEP|A)-\d+$/u.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => idPaths(below, [...path, key]));
}

function replaced(
  variables: Record<string, unknown>,
  path: string[],
  change: (id: string) => string,
): Record<string, unknown> {
  const copy: unknown = structuredClone(variables);
  let place = copy;
  for (const step of path.slice(0, -1)) place = (place as Record<string, unknown>)[step];
  const last = path.at(-1) ?? '';
  const holder = place as Record<string, unknown>;
  holder[last] = change(String(holder[last]));
  return copy as Record<string, unknown>;
}

/** The thing of the same kind in the other organization. */
function foreignOf(id: string): string {
  const kind = Object.entries(own.ids).find(([, known]) => known === id)?.[0];
  const other = Object.entries(foreign.ids).find(([name]) => name === kind)?.[1];
  if (!other) throw new Error(`${id} is not on the stage.`);
  return other;
}
