import {
  createSourceEventStream,
  execute,
  GraphQLError,
  Kind,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { GraphqlContext } from '../graphql/graphql-context.js';

/**
 * Runs a subscription: the resolver's stream of events, and one execution per event in a context of its own.
 * Here, and only here, executions of one event may later be shared by subscribers with the same document, variables
 * and scope.
 * @param contextOfEvent who the event is for, as of now; undefined ends the stream without another event
 */
export async function runSubscription(
  args: ExecutionArgs,
  contextOfEvent: () => Promise<GraphqlContext | undefined>,
): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isStream(source)) return { errors: (source.errors ?? []).map(asClientMistake) };
  return results(source, async (payload) => {
    const contextValue = await contextOfEvent();
    return contextValue && execute({ ...args, rootValue: payload, contextValue });
  });
}

/**
 * Maps events to results. Unlike an async generator it ends at once when told to: the source may be waiting for an
 * event that comes in an hour, and must be told to let go.
 */
function results(
  source: AsyncIterable<unknown>,
  resultOf: (payload: unknown) => Promise<ExecutionResult | undefined>,
): AsyncGenerator<ExecutionResult, void, void> {
  type Step = IteratorResult<ExecutionResult, void>;
  const END: Step = { done: true, value: undefined };
  const events = source[Symbol.asyncIterator]();
  let ended = false;
  let release: ((step: Step) => void) | undefined;
  const end = (): Step => {
    if (!ended) {
      ended = true;
      release?.(END);
      // Not awaited: a generator that waits inside would answer only after its next event.
      void events.return?.().catch(() => undefined);
    }
    return END;
  };
  const step = async (): Promise<Step> => {
    const event = await events.next();
    if (event.done || ended) return end();
    const value = await resultOf(event.value);
    return value && !ended ? { done: false, value } : end();
  };
  return {
    next: () =>
      ended
        ? Promise.resolve(END)
        : new Promise<Step>((resolve, reject) => {
            release = resolve;
            step().then(resolve, (error: unknown) => {
              end();
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          }),
    return: () => Promise.resolve(end()),
    throw: (error: unknown) => {
      end();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      end();
    },
  };
}

/** A wrong value of a variable is the client's mistake, which it may read. */
function asClientMistake(error: GraphQLError): GraphQLError {
  if (error.nodes?.[0]?.kind !== Kind.VARIABLE_DEFINITION) return error;
  return new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

function isStream(value: object): value is AsyncIterable<unknown> {
  return Symbol.asyncIterator in value;
}
