import { type ApolloServerPlugin, type GraphQLResponse, HeaderMap } from '@apollo/server';
import {
  type ExecutionArgs,
  type FormattedExecutionResult,
  getArgumentValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { buildExecutionContext, buildResolveInfo } from 'graphql/execution/execute.js';
import { addPath } from 'graphql/jsutils/Path.js';
import { answerWith, type ReadyBody } from '../../http/ready-bodies.js';
import type { GraphqlContext } from '../graphql-context.js';
import type { KeptAnswers } from '../kept/kept-answers.js';
import { compileProjection } from './compile-projection.js';
import { NotProjectable, type ProjectedField, type ProjectedObject, Writing } from './projection.js';

/** Stands for data whose bytes are ready. */
const ELSEWHERE = 'null';

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
 * @param kept answers whose text is kept: those are not even written
 */
export function projectionPlugin(kept: KeptAnswers): ApolloServerPlugin<GraphqlContext> {
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
          const { variables } = request;
          const keeping = await kept.begin({ schema, document, operation, variables, context: contextValue });
          if (keeping?.body) return sent(keeping.body, contextValue);
          const args = {
            schema,
            document,
            operationName: operation.name?.value ?? null,
            contextValue,
            variableValues: variables ?? {},
          };
          try {
            const text = await projectedText(args, projected);
            if (text === null) return null;
            return keeping ? sent(keeping.keep(lineOf(text)), contextValue) : answered(new WrittenData(text));
          } finally {
            keeping?.giveUp();
          }
        },
      }),
  };
}

/** Past Apollo, which would make text of it. */
function sent(body: ReadyBody, { request }: GraphqlContext): GraphQLResponse {
  if (!request) throw new Error('An answer over HTTP has a request.');
  answerWith(request, body);
  return answered(new WrittenData(ELSEWHERE));
}

function answered(data: WrittenData): GraphQLResponse {
  return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data } } };
}

/** Apollo's `stringifyResult`: the text that was written already, or JSON. */
export function stringifyProjected(result: FormattedExecutionResult): string {
  const text = WrittenData.textOf(result.data);
  return text === undefined ? `${JSON.stringify(result)}\n` : lineOf(text);
}

/** As Apollo writes it. */
function lineOf(data: string): string {
  return `{"data":${data}}\n`;
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
