import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** `Query.team`, `Mutation.raiseImpediment`, ... of the schema. */
export function rootFields(
  schema: GraphQLSchema,
): { name: string; operation: string; field: GraphQLField<unknown, unknown> }[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    type
      ? Object.values(type.getFields()).map((field) => ({
          name: `${type.name}.${field.name}`,
          operation: type.name.toLowerCase(),
          field,
        }))
      : [],
  );
}

/** A document for the field that takes the given variables and selects `inner`, or every plain field of what comes back. */
export function documentOf(
  operation: string,
  field: GraphQLField<unknown, unknown>,
  given: readonly string[],
  inner?: string,
): string {
  const used = field.args.filter((argument) => given.includes(argument.name));
  const declared = used.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = used.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = inner ?? plainSelection(getNamedType(field.type));
  return `${operation}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${selection} }`;
}

/** A field, and the selection below a root field that leads to it. */
export interface Reachable {
  coordinate: string;
  root: GraphQLField<unknown, unknown>;
  inner: string;
}

/** Every field that can be reached from the queries: `Team.name` -> the selection below a root field that leads to it. */
export function reachableFields(schema: GraphQLSchema): Reachable[] {
  const found = new Map<string, Reachable>();
  const query = schema.getQueryType();
  let front = Object.values(query?.getFields() ?? {}).map((root) => ({
    root,
    type: getNamedType(root.type),
    wrap: (inner: string) => inner,
  }));
  while (front.length > 0) {
    const next: typeof front = [];
    for (const { root, type, wrap } of front) {
      for (const concrete of isInterfaceType(type) ? schema.getPossibleTypes(type) : [type]) {
        if (!isObjectType(concrete) || [...found.keys()].some((known) => known.startsWith(`${concrete.name}.`)))
          continue;
        const within = (inner: string) => wrap(isInterfaceType(type) ? `{ ... on ${concrete.name} ${inner} }` : inner);
        for (const field of Object.values(concrete.getFields())) {
          const below = getNamedType(field.type);
          const leaf = isLeafType(below) ? '' : plainSelection(below);
          const called = calledWithWords(field);
          if (called !== undefined) {
            found.set(`${concrete.name}.${field.name}`, {
              coordinate: `${concrete.name}.${field.name}`,
              root,
              inner: within(`{ ${called} ${leaf} }`),
            });
            if (isCompositeType(below))
              next.push({ root, type: below, wrap: (inner) => within(`{ ${called} ${inner} }`) });
          }
        }
      }
    }
    front = next;
  }
  return [...found.values()];
}

/** Fields of one type by the same way, so many in one selection at most. */
export function together(fields: readonly Reachable[], most: number): Reachable[][] {
  const groups: Reachable[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    const [type] = field.coordinate.split('.');
    if (last?.[0]?.root === field.root && last[0].coordinate.startsWith(`${type}.`) && last.length < most)
      last.push(field);
    else groups.push([field]);
  }
  return groups;
}

/** What texts that fields ask for are given as. */
const WORDS: Record<string, string> = { path: 'index', text: 'title' };

/** The field, with the first word of each choice and a text that it asks for; undefined where it asks for anything else. */
function calledWithWords(field: GraphQLField<unknown, unknown>): string | undefined {
  const required = field.args.filter(isRequiredArgument);
  const given = required.flatMap(({ name, type }) => {
    const named = getNamedType(type);
    if (isEnumType(named)) return [`${name}: ${named.getValues()[0]?.name}`];
    return named.name === 'String' && WORDS[name] !== undefined ? [`${name}: "${WORDS[name]}"`] : [];
  });
  if (given.length < required.length) return undefined;
  return given.length === 0 ? field.name : `${field.name}(${given.join(', ')})`;
}

function plainSelection(type: GraphQLNamedType): string {
  if (!isObjectType(type)) return isCompositeType(type) ? '{ __typename }' : '';
  const plain = Object.values(type.getFields()).filter(
    (field) => isLeafType(getNamedType(field.type)) && !field.args.some(isRequiredArgument),
  );
  return `{ __typename ${plain.map((field) => field.name).join(' ')} }`;
}
