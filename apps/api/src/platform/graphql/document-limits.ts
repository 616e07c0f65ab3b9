import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Limits of a document, the same over HTTP and WebSocket (SECURITY.md, defaults). Fragments count wherever they are spread. */
export const MOST_TOKENS = 1000;
const MOST_DEPTH = 10;
const MOST_ALIASES = 15;
const MOST_DIRECTIVES = 20;
const MOST_ROOT_FIELDS = 10;
/** Exponential fragments stay within every other limit. */
const MOST_FIELDS = 1000;

/** The validation rules beside GraphQL's own. */
export function documentLimits(introspection: boolean): ValidationRule[] {
  const limits = (context: ValidationContext) => sizeRule(context, introspection);
  return introspection ? [limits] : [limits, NoSchemaIntrospectionCustomRule];
}

/** What a selection asks for. */
interface Size {
  /** Fields below one another; a leaf is 1. */
  depth: number;
  fields: number;
  aliases: number;
  directives: number;
  /** Fields on the first level. */
  width: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, width: 0 };

/** Refuses an operation that is deeper or wider than any of ours. Each fragment is measured once, however often it is spread. */
function sizeRule(context: ValidationContext, introspection: boolean): ASTVisitor {
  const known = new Map<string, Size>();

  const ofFragment = (name: string): Size => {
    const measured = known.get(name);
    if (measured) return measured;
    // A fragment that spreads itself adds nothing more; another rule refuses it.
    known.set(name, NOTHING);
    const fragment = context.getFragment(name);
    const size = fragment ? plus(ofSet(fragment.selectionSet), directivesOf(fragment)) : NOTHING;
    known.set(name, size);
    return size;
  };

  const ofSelection = (selection: SelectionNode): Size => {
    const own = directivesOf(selection);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(ofFragment(selection.name.value), own);
    if (selection.kind === Kind.INLINE_FRAGMENT) return plus(ofSet(selection.selectionSet), own);
    if (introspection && selection.name.value.startsWith('__')) return { ...own, depth: 1, fields: 1, width: 1 };
    const below = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING;
    return {
      depth: below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (selection.alias ? 1 : 0),
      directives: below.directives + own.directives,
      width: 1,
    };
  };

  const ofSet = (set: SelectionSetNode): Size => set.selections.map(ofSelection).reduce(plus, NOTHING);

  return {
    OperationDefinition(operation) {
      const size = plus(ofSet(operation.selectionSet), directivesOf(operation));
      const refuse = (what: string): void =>
        context.reportError(new GraphQLError(`This document ${what}.`, { nodes: operation }));
      if (size.depth > MOST_DEPTH) refuse('is too deep');
      if (size.fields > MOST_FIELDS) refuse('asks for too many fields');
      if (size.aliases > MOST_ALIASES) refuse('has too many aliases');
      if (size.directives > MOST_DIRECTIVES) refuse('has too many directives');
      if (size.width > MOST_ROOT_FIELDS) refuse('has too many root fields');
    },
  };
}

function directivesOf(node: SelectionNode | FragmentDefinitionNode | OperationDefinitionNode): Size {
  return { ...NOTHING, directives: node.directives?.length ?? 0 };
}

function plus(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    width: a.width + b.width,
  };
}
