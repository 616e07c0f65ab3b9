import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Limits of a document, the same over HTTP and WebSocket (SECURITY.md, defaults). */
export const MOST_TOKENS = 1000;
const MOST_DEPTH = 10;
const MOST_ALIASES = 15;
const MOST_DIRECTIVES = 20;
const MOST_ROOT_FIELDS = 10;

/** The validation rules beside GraphQL's own. */
export function documentLimits(introspection: boolean): ValidationRule[] {
  const options = { exposeLimits: false };
  const rules: ValidationRule[] = [
    maxDepthRule({ n: MOST_DEPTH, ignoreIntrospection: introspection, ...options }),
    maxAliasesRule({ n: MOST_ALIASES, ...options }),
    maxDirectivesRule({ n: MOST_DIRECTIVES, ...options }),
    rootFieldsRule,
  ];
  return introspection ? rules : [...rules, NoSchemaIntrospectionCustomRule];
}

/** A document asks for a few things, not for a thousand. */
function rootFieldsRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      const fields = node.selectionSet.selections.filter((selection) => selection.kind === Kind.FIELD);
      if (fields.length > MOST_ROOT_FIELDS)
        context.reportError(new GraphQLError('Too many root fields in one document.'));
    },
  };
}
