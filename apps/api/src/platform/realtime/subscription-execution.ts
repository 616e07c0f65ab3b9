import {
  createSourceEventStream,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  Kind,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import type { ExecutionResult as SocketResult } from 'graphql-ws';
import { formatExecutionError } from '../graphql/error-formatter.js';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import type { SharedExecutions, ToldEvent } from './shared-executions.js';

/** Where the events of one subscription go. */
export interface Subscriber {
  /** Who the event is for, as of now; undefined ends the stream without another event. */
  contextOfEvent(): Promise<GraphqlContext | undefined>;
  /** @param result the text of an execution's result */
  tell(result: string): void;
}

/**
 * Runs a subscription: the resolver's stream of events, and one execution per event for all who get the same, written as
 * text once. The stream that comes back only ends; what is told goes past graphql-ws, which would write it anew for each.
 */
export async function runSubscription(
  args: ExecutionArgs,
  subscriber: Subscriber,
  executions: SharedExecutions,
): Promise<AsyncGenerator<never, void, void> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!isStream(source)) return { errors: (source.errors ?? []).map(asClientMistake) };
  return telling(
    source,
    async (event) => {
      const contextValue = await subscriber.contextOfEvent();
      return (
        contextValue &&
        executions.text(event, args, contextValue.viewer, () => toldTo({ ...args, rootValue: event, contextValue }))
      );
    },
    (text) => subscriber.tell(text),
  );
}

async function toldTo(args: ExecutionArgs): Promise<ToldEvent> {
  const result = await execute(args);
  return { text: JSON.stringify(formatted(result)), mayShare: result.errors === undefined };
}

/**
 * Tells each event. Unlike an async generator it ends at once when told to: the source may be waiting for an event that
 * comes in an hour, and must be told to let go.
 * @param textOf undefined ends the stream
 */
function telling(
  source: AsyncIterable<unknown>,
  textOf: (event: unknown) => Promise<string | undefined>,
  tell: (text: string) => void,
): AsyncGenerator<never, void, void> {
  type End = IteratorReturnResult<void>;
  const END: End = { done: true, value: undefined };
  const events = source[Symbol.asyncIterator]();
  let ended = false;
  let release: ((end: End) => void) | undefined;
  const end = (): End => {
    if (!ended) {
      ended = true;
      release?.(END);
      // Not awaited: a generator that waits inside would answer only after its next event.
      void events.return?.().catch(() => undefined);
    }
    return END;
  };
  const run = async (): Promise<End> => {
    for (;;) {
      const event = await events.next();
      if (event.done || ended) return end();
      const text = await textOf(event.value);
      // It may have ended while we waited.
      if (text === undefined || hasEnded()) return end();
      tell(text);
    }
  };
  const hasEnded = (): boolean => ended;
  return {
    next: () =>
      ended
        ? Promise.resolve(END)
        : new Promise<End>((resolve, reject) => {
            release = resolve;
            run().then(resolve, (error: unknown) => {
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

/** The data as it is, the errors as clients may read them. */
export function formatted(result: SocketResult): FormattedExecutionResult {
  const { errors, data, extensions } = result;
  return {
    ...(errors && { errors: errors.map(formatExecutionError) }),
    ...(data !== undefined && { data }),
    ...(extensions && { extensions }),
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
