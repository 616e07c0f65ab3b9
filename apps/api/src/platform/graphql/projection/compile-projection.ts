import {
  type DocumentNode,
  type FieldNode,
  getNamedType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { NotProjectable, type ProjectedField, type ProjectedObject, type WriteValue } from './projection.js';

/** Nest gives every field a resolver; by this name it only reads the property. */
const READS_PROPERTY = 'rootFieldResolver';

/**
 * Turns a validated query into a writer of its answer.
 * @throws NotProjectable for what it does not cover: directives, interfaces and unions, introspection
 */
export function compileProjection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ProjectedObject {
  const query = schema.getQueryType();
  if (!query) throw new NotProjectable('There is no query type.');
  return new Compiler(schema, document).object(query, [operation.selectionSet]);
}

class Compiler {
  private readonly fragments: Map<string, { on: string; selectionSet: SelectionSetNode }>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) => {
        if (definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
        const { name, typeCondition, selectionSet, directives = [] } = definition;
        if (directives.length > 0) throw new NotProjectable('directive');
        return [[name.value, { on: typeCondition.name.value, selectionSet }]];
      }),
    );
  }

  object(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): ProjectedObject {
    const collected = new Map<string, FieldNode[]>();
    for (const selectionSet of selectionSets) this.collect(type, selectionSet, collected);
    const fields = [...collected].map(([key, nodes], index) => this.field(type, key, nodes, index > 0));
    return { fields };
  }

  /** Fields by the key under which they stand in the answer, in the order in which they are first asked for. */
  private collect(type: GraphQLObjectType, selectionSet: SelectionSetNode, into: Map<string, FieldNode[]>): void {
    for (const selection of selectionSet.selections) {
      if (selection.directives && selection.directives.length > 0) throw new NotProjectable('directive');
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const nodes = into.get(key);
        if (nodes) nodes.push(selection);
        else into.set(key, [selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? { on: selection.typeCondition?.name.value ?? type.name, selectionSet: selection.selectionSet }
          : this.fragments.get(selection.name.value);
      if (!fragment) throw new NotProjectable('fragment');
      if (this.applies(fragment.on, type)) this.collect(type, fragment.selectionSet, into);
    }
  }

  private applies(condition: string, type: GraphQLObjectType): boolean {
    if (condition === type.name) return true;
    const other = this.schema.getType(condition);
    return isAbstractType(other) && this.schema.isSubType(other, type);
  }

  private field(parent: GraphQLObjectType, key: string, nodes: FieldNode[], follows: boolean): ProjectedField {
    const name = nodes[0]?.name.value ?? '';
    const prefix = `${follows ? ',' : ''}${JSON.stringify(key)}:`;
    if (name === '__typename')
      return { prefix, constant: JSON.stringify(parent.name), name, parent, nodes, write: () => 'null' };
    const definition = parent.getFields()[name];
    if (!definition) throw new NotProjectable(name);
    const plain = definition.resolve === undefined || definition.resolve.name === READS_PROPERTY;
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const write = this.value(definition.type, selectionSets);
    return { prefix, name, parent, nodes, write, ...(!plain && { resolver: definition }) };
  }

  private value(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[]): WriteValue {
    if (isNonNullType(type)) {
      const write = this.present(type.ofType, selectionSets);
      return (value, writing) => {
        if (value === null || value === undefined) throw new NotProjectable(String(getNamedType(type)));
        return write(value, writing);
      };
    }
    const write = this.present(type, selectionSets);
    return (value, writing) => (value === null || value === undefined ? 'null' : write(value, writing));
  }

  private present(type: GraphQLOutputType, selectionSets: readonly SelectionSetNode[]): WriteValue {
    if (isListType(type)) {
      const write = this.value(type.ofType, selectionSets);
      return (list, writing) => {
        if (!Array.isArray(list)) throw new NotProjectable('list');
        let text = '[';
        for (let index = 0; index < list.length; index++) text += (index > 0 ? ',' : '') + write(list[index], writing);
        return `${text}]`;
      };
    }
    if (isObjectType(type)) {
      if (type.isTypeOf) throw new NotProjectable(type.name);
      const projected = this.object(type, selectionSets);
      return (value, writing) => writing.object(projected, value);
    }
    if (isLeafType(type)) return leaf(type);
    throw new NotProjectable(String(type));
  }
}

/** As the type says it: a value that it refuses is for ordinary execution to report. */
function leaf(type: GraphQLLeafType): WriteValue {
  if (type.name === 'String' || type.name === 'ID')
    return (value) => (typeof value === 'string' ? JSON.stringify(value) : serialized(type, value));
  if (type.name === 'Boolean')
    return (value) => (value === true ? 'true' : value === false ? 'false' : serialized(type, value));
  return (value) => serialized(type, value);
}

function serialized(type: GraphQLLeafType, value: unknown): string {
  let said: unknown;
  try {
    said = type.serialize(value);
  } catch {
    throw new NotProjectable(type.name);
  }
  const text = said === null || said === undefined ? undefined : JSON.stringify(said);
  if (text === undefined) throw new NotProjectable(type.name);
  return text;
}
