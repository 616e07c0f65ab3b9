import { Injectable } from '@nestjs/common';
import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type OperationDefinitionNode,
} from 'graphql';

/** Whose a field's value is: the same for everybody of the organization, or each viewer's own. */
export type Reach = 'everybody' | 'viewer';

/** By type and field. What is not named here is shared with nobody. */
export type SharedFields = Readonly<Record<string, Readonly<Record<string, Reach>>>>;

/** What a document's answer depends on, beside the organization and the moment. */
export interface DocumentReach {
  reach: Reach;
  /** Names of the variables below the root fields: they are part of the answer. */
  variables: readonly string[];
}

/**
 * Which answers people may share. Features declare their fields at start; a field is declared when its value follows from
 * the organization (or, for `viewer`, from the viewer's own part in it) and changes only together with an event in the log
 * or a new day. A document that touches anything else is answered to each viewer alone.
 */
@Injectable()
export class SharedFieldsRegistry {
  private readonly fields = new Map<string, Reach>();
  private readonly known = new WeakMap<DocumentNode, DocumentReach | null>();

  declare(fields: SharedFields): void {
    for (const [type, reaches] of Object.entries(fields)) {
      for (const [field, reach] of Object.entries(reaches)) {
        const name = `${type}.${field}`;
        if ((this.fields.get(name) ?? reach) !== reach) throw new Error(`${name} is declared twice, differently.`);
        this.fields.set(name, reach);
      }
    }
  }

  /** Null for a document with a field that nobody declared, or with directives. Looks at each document once. */
  of(schema: GraphQLSchema, document: DocumentNode): DocumentReach | null {
    let reach = this.known.get(document);
    if (reach === undefined) {
      reach = this.look(schema, document);
      this.known.set(document, reach);
    }
    return reach;
  }

  /** The whole document with all of its fragments, whichever of its operations runs: more than enough. */
  private look(schema: GraphQLSchema, document: DocumentNode): DocumentReach | null {
    const types = new TypeInfo(schema);
    const roots = new Set<unknown>([schema.getQueryType(), schema.getSubscriptionType()]);
    const variables = new Set<string>();
    let reach: Reach | null = 'everybody';
    const unknown = (): typeof BREAK => {
      reach = null;
      return BREAK;
    };
    visit(
      document,
      visitWithTypeInfo(types, {
        VariableDefinition: () => false,
        Directive: unknown,
        Field: ({ name }) => {
          if (name.value === '__typename') return undefined;
          const declared = this.fields.get(`${types.getParentType()?.name}.${name.value}`);
          if (!declared) return unknown();
          if (declared === 'viewer') reach = 'viewer';
          return undefined;
        },
        // What was asked for at the root decides what is told, not how.
        Argument: () => (roots.has(types.getParentType()) ? false : undefined),
        Variable: ({ name }) => void variables.add(name.value),
      }),
    );
    return reach && { reach, variables: [...variables].toSorted() };
  }
}

/** Two requests with the same text here ask for the same, if their documents are the same too. */
export function askedFor(
  { variables }: DocumentReach,
  operationName: string | null | undefined,
  values: Readonly<Record<string, unknown>> | null | undefined,
): string {
  return JSON.stringify([operationName ?? null, ...variables.map((name) => values?.[name] ?? null)]);
}

/** The only root field of the operation; undefined when there are several, or fragments or arguments in its place. */
export function onlyRootField({ selectionSet }: OperationDefinitionNode): string | undefined {
  const [field, ...others] = selectionSet.selections;
  if (field?.kind !== Kind.FIELD || others.length > 0 || (field.arguments?.length ?? 0) > 0) return undefined;
  return field.name.value;
}
