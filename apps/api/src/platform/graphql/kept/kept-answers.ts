import { Inject, Injectable } from '@nestjs/common';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../../auth/viewer.js';
import { ReadyBody } from '../../http/ready-bodies.js';
import type { GraphqlContext } from '../graphql-context.js';
import { ObjectNumbers } from '../sharing/object-numbers.js';
import { askedFor, onlyRootField, SharedFieldsRegistry } from '../sharing/shared-fields.js';
import { KeptBodies, type KeptBody } from './kept-bodies.js';

/** A root query whose answers are kept, as long as what they show is the same. Its fields are declared to be shared. */
export interface KeptAnswer<State extends object> {
  /**
   * What the answer is made of, never older than the question; another object when anything of it is different.
   * @throws when the viewer may not ask: then it is executed, and refused, as always
   */
  stateFor(viewer: Viewer): Promise<State>;
  /** Until when it stays right if nothing happens, in milliseconds. */
  holdsUntil(state: State, now: Date): number;
}

/** One request whose answer is kept already, or will be: others wait for this one to be written, or given up. */
export type Keeping = { body: ReadyBody } | ToBeKept;

export interface ToBeKept {
  body?: undefined;
  /** @param text of the whole answer */
  keep(text: string): ReadyBody;
  giveUp(): void;
}

/** What Apollo knows of a request that is about to be executed. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: Readonly<Record<string, unknown>> | undefined;
  context: GraphqlContext;
}

/**
 * Answers that are kept as the bytes that go out. Who asks is looked up before, each time; the key holds everything that a policy may look at,
 * where a field of the viewer's own is asked for. Whatever is not declared is executed each time.
 */
@Injectable()
export class KeptAnswers {
  private readonly answers = new Map<string, KeptAnswer<object>>();
  private readonly states = new WeakMap<GraphqlContext, object>();
  private readonly numbers = new ObjectNumbers();
  private readonly bodies = new KeptBodies();
  /** By key and state: answers that somebody is just writing. */
  private readonly writing = new Map<string, Promise<KeptBody | undefined>>();

  constructor(@Inject(SharedFieldsRegistry) private readonly fields: SharedFieldsRegistry) {}

  /** @param field of `Query`, without arguments; whoever resolves it asks `stateOf` first */
  register<State extends object>(field: string, answer: KeptAnswer<State>): Pick<KeptRequests<State>, 'stateOf'> {
    this.answers.set(field, {
      stateFor: (viewer) => answer.stateFor(viewer),
      // Only what its own `stateFor` gave comes back to it.
      holdsUntil: (state, now) => answer.holdsUntil(state as State, now),
    });
    return { stateOf: (context) => this.states.get(context) as State | undefined };
  }

  /** Undefined for a request whose answer is not kept. */
  async begin({ schema, document, operation, variables, context }: Asked): Promise<Keeping | undefined> {
    const answer = this.answers.get(onlyRootField(operation) ?? '');
    const { viewer } = context;
    if (!answer || !viewer) return undefined;
    const reach = this.fields.of(schema, document);
    if (!reach) return undefined;
    const state = await answer.stateFor(viewer).catch(() => undefined);
    if (!state) return undefined;
    this.states.set(context, state);
    const [number, now] = [this.numbers.of(state), viewer.now];
    const key = [
      viewer.organizationId,
      this.numbers.of(document),
      askedFor(reach, operation.name?.value, variables),
      reach.reach === 'viewer' ? JSON.stringify(viewer.actor) : '',
    ].join(' ');
    const writing = this.writing.get(`${number} ${key}`);
    // Not awaited when there is none: between looking and beginning to write nobody else may look.
    const kept = this.bodies.get(key, number) ?? (writing && (await writing));
    if (kept && now.getTime() < kept.until) return { body: kept.body };
    const write = this.write(`${number} ${key}`);
    return {
      keep: (text) => {
        const written = { body: new ReadyBody(text), state: number, until: answer.holdsUntil(state, now) };
        this.bodies.set(key, written);
        write(written);
        return written.body;
      },
      giveUp: () => write(undefined),
    };
  }

  /** @returns ends it, with what was written, if anything; what comes after that changes nothing */
  private write(key: string): (written: KeptBody | undefined) => void {
    let end: ((written: KeptBody | undefined) => void) | undefined;
    const writing = new Promise<KeptBody | undefined>((resolve) => (end = resolve));
    this.writing.set(key, writing);
    return (written) => {
      if (this.writing.get(key) === writing) this.writing.delete(key);
      end?.(written);
    };
  }
}

/** What the resolver of a kept answer asks. */
export interface KeptRequests<State> {
  /** What the answer to this request has to be made of; undefined when it is not kept. */
  stateOf(context: GraphqlContext): State | undefined;
}
