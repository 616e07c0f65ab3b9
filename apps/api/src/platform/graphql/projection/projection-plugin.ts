import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  getArgumentValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { buildExecutionContext, buildResolveInfo } from 'graphql/execution/execute.js';
import { addPath } from 'graphql/jsutils/Path.js';
import { compileProjection } from './compile-projection.js';
import { NotProjectable, type ProjectedField, type ProjectedObject, Writing } from './projection.js';

/** The `data` of an answer whose JSON text is written already. */
class WrittenData {
  [key: string]: unknown;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  static textOf(data: unknown): string | undefined {
    return data instanceof WrittenData ? data.#text : undefined;
  }

  /** Whoever looks inside sees the data. */
  toJSON(): unknown {
    return JSON.parse(this.#text);
  }
}

/**
 * Answers queries by writing JSON text straight from plain objects, instead of walking the schema for every field of every
 * object. What the compiler does not cover, and everything that fails, is executed the ordinary way: the same answer, later.
 * Apollo keeps the documents that are asked often; their writers live as long as they do.
 */
export function projectionPlugin<TContext extends object>(): ApolloServerPlugin<TContext> {
  const compiled = new WeakMap<OperationDefinitionNode, ProjectedObject | null>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        async responseForOperation({ schema, document, operation, request, contextValue }) {
          if (operation.operation !== OperationTypeNode.QUERY) return null;
          let projected = compiled.get(operation);
          if (projected === undefined) {
            projected = projectable(() => compileProjection(schema, document, operation));
            compiled.set(operation, projected);
          }
          if (projected === null) return null;
          const operationName = operation.name?.value ?? null;
          const variableValues = request.variables ?? {};
          const text = await projectedText(
            { schema, document, operationName, contextValue, variableValues },
            projected,
          );
          if (text === null) return null;
          const http = { headers: new HeaderMap() };
          return { http, body: { kind: 'single', singleResult: { data: new WrittenData(text) } } };
        },
      }),
  };
}

/** Apollo's `stringifyResult`: the text that was written already, or JSON; a line, as Apollo writes it. */
export function stringifyProjected(result: FormattedExecutionResult): string {
  const text = WrittenData.textOf(result.data);
  return `${text === undefined ? JSON.stringify(result) : `{"data":${text}}`}\n`;
}

/**
 * The JSON text of `data`; null when ordinary execution has to answer.
 * @param args as for graphql's `execute`, without a root value
 */
export async function projectedText(args: ExecutionArgs, projected: ProjectedObject): Promise<string | null> {
  const context = buildExecutionContext(args);
  if (!('schema' in context)) return null;
  const resolve = ({ resolver, nodes, parent }: ProjectedField, source: unknown): unknown => {
    const [node] = nodes;
    if (!resolver?.resolve || !node) throw new NotProjectable('resolver');
    const given = getArgumentValues(resolver, node, context.variableValues);
    const path = addPath(undefined, node.alias?.value ?? node.name.value, parent.name);
    return resolver.resolve(source, given, args.contextValue, buildResolveInfo(context, resolver, nodes, parent, path));
  };
  try {
    return await new Writing(resolve).text(projected, undefined);
  } catch {
    // A refusal, a fault, a value that does not fit: execution meets it again and reports it with its path.
    return null;
  }
}

function projectable(compile: () => ProjectedObject): ProjectedObject | null {
  try {
    return compile();
  } catch (error) {
    if (error instanceof NotProjectable) return null;
    throw error;
  }
}
