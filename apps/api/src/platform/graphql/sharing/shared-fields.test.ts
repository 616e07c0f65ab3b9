import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { askedFor, SharedFieldsRegistry } from './shared-fields.js';

const schema = buildSchema(`
  interface Named { name: String! }
  type Team implements Named { name: String!  size(of: Int): Int  secret: String }
  type Card { title: String!  mine: Boolean!  team: Team!  named: Named! }
  type Query { cards(first: Int): [Card!]!  other: Card! }
  type Subscription { changes(after: String): Card! }
`);

function registry(): SharedFieldsRegistry {
  const fields = new SharedFieldsRegistry();
  fields.declare({
    Query: { cards: 'everybody' },
    Subscription: { changes: 'everybody' },
    Card: { title: 'everybody', mine: 'viewer', team: 'everybody', named: 'everybody' },
    Team: { name: 'everybody', size: 'everybody' },
  });
  return fields;
}
const reachOf = (text: string) => registry().of(schema, parse(text));

test('what is declared for everybody; the viewer’s own, however deep and by whatever name', () => {
  expect(reachOf('{ cards { __typename title team { name } } }')).toEqual({ reach: 'everybody', variables: [] });
  for (const text of [
    '{ cards { title mine } }',
    '{ cards { title yours: mine } }',
    '{ cards { ... { ... on Card { mine } } } }',
    '{ cards { ...A } } fragment A on Card { team { name } ...B } fragment B on Card { mine }',
    'subscription { changes { title mine } }',
  ])
    expect(reachOf(text)?.reach).toBe('viewer');
});

test('what nobody declared is shared with nobody', () => {
  for (const text of [
    '{ other { title } }',
    '{ cards { title } other { title } }',
    '{ cards { team { secret } } }',
    '{ cards { team { name: secret } } }',
    '{ cards { named { name } } }',
    '{ cards { ...A } } fragment A on Card { team { ... on Team { secret } } }',
    '{ cards { title @skip(if: false) } }',
    '{ cards { mine team { secret } } }',
    '{ __schema { types { name } } }',
    'query A { cards { title } } query B { other { title } }',
  ])
    expect(reachOf(text)).toBeNull();
});

test('variables below the root are part of what is asked for, with the operation’s name', () => {
  const reach = reachOf(
    'subscription Q($after: String, $of: Int) { changes(after: $after) { team { size(of: $of) } } }',
  );
  expect(reach).toEqual({ reach: 'everybody', variables: ['of'] });
  if (!reach) return;
  const asked = askedFor(reach, 'Q', { after: 'here', of: 1 });
  expect(askedFor(reach, 'Q', { after: 'there', of: 1 })).toBe(asked);
  expect(askedFor(reach, 'Q', { of: 2 })).not.toBe(asked);
  expect(askedFor(reach, 'P', { of: 1 })).not.toBe(asked);
  expect(askedFor(reach, undefined, undefined)).not.toBe(asked);
});

test('a field is one or the other', () => {
  const fields = registry();
  fields.declare({ Team: { name: 'everybody' } });
  expect(() => fields.declare({ Card: { title: 'viewer' } })).toThrow('Card.title');
});
