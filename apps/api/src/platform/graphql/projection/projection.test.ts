import { expect, test } from '@jest/globals';
import { buildSchema, execute, getOperationAST, type GraphQLObjectType, isObjectType, parse } from 'graphql';
import prand from 'pure-rand';
import { compileProjection } from './compile-projection.js';
import { NotProjectable } from './projection.js';
import { projectedText } from './projection-plugin.js';

const schema = buildSchema(`
  interface Named { name: String! }
  type Area implements Named { id: ID!  name: String! }
  type Team implements Named { id: ID!  name: String!  size: Int  area: Area!  note(short: Boolean): String }
  type Person implements Named { id: ID!  name: String!  email: String  teams: [Team!] }
  enum Severity { LOW HIGH }
  type Card { id: ID!  title: String!  severity: Severity  team: Team!  owner: Person  teams: [Team!]!  grid: [[Int]!]  weight: Float  done: Boolean! }
  type Query { cards(first: Int): [Card!]!  card(id: ID!): Card  broken: Card!  named: Named  refused: Card }
`);

const AREA = { id: 'a', name: 'Quay "7"\u2028' };
const TEAMS = [1, 2, 3].map((n) => ({ id: `t${n}`, name: `Team ${n}`, size: n === 2 ? null : n, areaId: 'a' }));
const ANA = { id: 'p1', name: 'Ana', email: 'hidden', teams: TEAMS };
const CARDS = [1, 2, 3, 4].map((n) => ({
  id: `c${n}`,
  title: `Card ${n}\n\\`,
  severity: n % 2 ? 'LOW' : null,
  team: TEAMS[n % 3],
  owner: n === 3 ? null : ANA,
  teams: TEAMS.slice(0, n % 3),
  grid: n === 1 ? null : [[n, null], []],
  weight: n / 3,
  done: n > 2,
}));

let asked: string[] = [];
const resolvers: Record<string, Record<string, (source: never, given: never) => unknown>> = {
  Query: {
    cards: async (_, { first }: { first?: number }) => CARDS.slice(0, first ?? CARDS.length),
    card: (_, { id }: { id: string }) => CARDS.find((card) => card.id === id) ?? null,
    broken: () => ({ id: 'c9', title: null }),
    named: () => ({ __typename: 'Area', ...AREA }),
    refused: () => Promise.reject(new Error('REFUSED')),
  },
  Team: {
    area: async ({ id }: { id: string }) => {
      asked.push(id);
      return AREA;
    },
    note: ({ name }: { name: string }, { short }: { short?: boolean }) => (short ? null : `${name}: note`),
  },
  Person: { email: ({ id }: { id: string }) => (id === 'p2' ? 'shown' : null) },
};
for (const [type, fields] of Object.entries(resolvers)) {
  const object = schema.getType(type);
  if (!isObjectType(object)) continue;
  for (const [field, resolve] of Object.entries(fields)) Object.assign(object.getFields()[field] ?? {}, { resolve });
}

async function bothWays(source: string, variableValues: Record<string, unknown> = {}) {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  const args = { schema, document, variableValues, contextValue: {} };
  const executed = await execute(args);
  const text = await projectedText(args, compileProjection(schema, document, operation));
  return { executed, text };
}

/** A random selection of a type, with aliases, repetitions and fragments. */
function selection(type: GraphQLObjectType, roll: (below: number) => number, depth: number): string {
  const parts = ['__typename'];
  for (const field of Object.values(type.getFields())) {
    if (roll(3) === 0) continue;
    const named = schema.getType(String(field.type).replaceAll(/[[\]!]/g, ''));
    const alias = roll(4) === 0 ? `other${roll(2)}_${field.name}: ` : '';
    if (!isObjectType(named))
      parts.push(`${alias}${field.name}${field.name === 'note' && roll(2) ? '(short: true)' : ''}`);
    else if (depth > 0) parts.push(`${alias}${field.name} ${selection(named, roll, depth - 1)}`);
    if (field.name === 'note') break; // The same key with other arguments is no valid document.
  }
  const half = parts.splice(roll(parts.length) + 1);
  if (half.length > 0) parts.push(roll(2) ? `... on ${type.name} { ${half.join(' ')} }` : `... { ${half.join(' ')} }`);
  return `{ ${parts.join(' ')} }`;
}

test('random documents: to the letter what execution says', async () => {
  const card = schema.getType('Card');
  if (!isObjectType(card)) throw new Error('Card is an object.');
  const generator = prand.xoroshiro128plus(20261121);
  const roll = (below: number) => prand.unsafeUniformIntDistribution(0, below - 1, generator);
  for (let round = 0; round < 400; round++) {
    const source = `query ($first: Int) { cards(first: $first) ${selection(card, roll, 3)} one: card(id: "c${roll(6)}") ${selection(card, roll, 2)} }`;
    const { executed, text } = await bothWays(source, roll(2) ? { first: roll(4) } : {});
    expect(executed.errors).toBeUndefined();
    expect(text).toBe(JSON.stringify(executed.data));
  }
});

test('a resolver is asked once for each object at each place, and all of a level together', async () => {
  asked = [];
  const { text } = await bothWays('{ cards { team { area { name } } } }');
  expect(JSON.parse(text ?? '').cards).toHaveLength(4);
  // Execution asks for each of the four cards, the projection for each of the three teams.
  expect(asked.slice(4).toSorted()).toEqual(['t1', 't2', 't3']);
});

test('a field with a resolver of its own is never read from the object: what it hides stays hidden', async () => {
  const { text } = await bothWays('{ cards(first: 1) { owner { email } } }');
  expect(text).toBe('{"cards":[{"owner":{"email":null}}]}');
});

test.each([
  ['a value that is missing', '{ broken { title } }'],
  ['a resolver that refuses', '{ refused { id } cards { id } }'],
])('%s is left to execution, which says where it was', async (_what, source) => {
  expect((await bothWays(source)).text).toBeNull();
});

test.each([
  ['an interface', '{ named { name } }'],
  ['a directive', 'query ($no: Boolean!) { cards { id @include(if: $no) } }'],
  ['a question about the schema', '{ __schema { queryType { name } } }'],
])('%s is not compiled', (_what, source) => {
  const document = parse(source);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  expect(() => compileProjection(schema, document, operation)).toThrow(NotProjectable);
});

test('a variable that does not fit is left to execution', async () => {
  expect((await bothWays('query ($first: Int) { cards(first: $first) { id } }', { first: 'many' })).text).toBeNull();
});
