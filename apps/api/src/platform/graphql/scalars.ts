import { GraphQLScalarType, Kind, valueFromASTUntyped, type ValueNode } from 'graphql';

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)$/;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

function textScalar(
  name: string,
  description: string,
  read: (text: string) => string,
): GraphQLScalarType<string, unknown> {
  const parse = (value: unknown): string => {
    if (typeof value !== 'string') throw new TypeError(`${name} must be text.`);
    return read(value);
  };
  return new GraphQLScalarType<string, unknown>({
    name,
    description,
    // Rows carry ISO text already: passed through, not rebuilt.
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const DateTimeScalar = textScalar('DateTime', 'A moment, ISO 8601 in UTC: 2026-03-01T08:00:00.000Z.', (text) => {
  const at = new Date(text);
  if (!ISO.test(text) || Number.isNaN(at.getTime()))
    throw new TypeError('DateTime must look like 2026-03-01T08:00:00Z.');
  return at.toISOString();
});

export const DateScalar = textScalar('Date', 'A day without a time: 2026-03-01.', (text) => {
  const at = new Date(`${text}T00:00:00Z`);
  if (!DAY.test(text) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text)
    throw new TypeError('Date must be a day like 2026-03-01.');
  return text;
});

export const LocalDateTimeScalar = textScalar(
  'LocalDateTime',
  'A wall-clock time without a zone: 2026-03-01T09:30. Its zone stands beside it.',
  (text) => {
    const at = new Date(`${text}:00Z`);
    if (!LOCAL.test(text) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 16) !== text)
      throw new TypeError('LocalDateTime must be a day and time that exist, like 2026-03-01T09:30.');
    return text;
  },
);

export const ActionScalar = textScalar('Action', 'What somebody may do: impediment:triage.', (text) => text);

export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Any JSON value.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: (node) => valueFromASTUntyped(node),
});
