import { Inject, Module } from '@nestjs/common';
import { Args, Field, Int, Mutation, ObjectType, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { Action, Public } from '../../src/platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../src/platform/auth/current-viewer.js';
import type { Viewer } from '../../src/platform/auth/viewer.js';
import { Database } from '../../src/platform/database/database.js';
import { readPage } from '../../src/platform/graphql/connection.js';
import type { GraphqlContext } from '../../src/platform/graphql/graphql-context.js';
import { eachEvent, LiveEvents } from '../../src/platform/realtime/live-events.js';

/** What the probe's resolvers did, for tests that assert that they did nothing. */
export const probeRuns = { queries: 0, mutations: 0, subscriptions: 0, open: 0 };

@ObjectType()
class Probe {
  @Field(() => String) cursor: string;
  @Field(() => Boolean) resync: boolean;
  @Field(() => String, { nullable: true }) event: string | null;
  @Field(() => [String]) roles: string[];
  @Field(() => Probe, { nullable: true }) again: Probe | null;
}

interface ProbePayload {
  probeChanges: { cursor: string; resync: boolean; event: string | null };
}

/** A feature as small as it gets, so that the platform can be attacked before and beside the real ones. */
@Resolver(() => Probe)
class ProbeResolver {
  constructor(
    @Inject(LiveEvents) private readonly live: LiveEvents,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Query(() => Int)
  @Public()
  probe(@Args('first', { type: () => Int, nullable: true }) first: number | null): number {
    probeRuns.queries += 1;
    return readPage(first, null, 1).size;
  }

  @Query(() => Probe)
  @Public()
  deepProbe(): Omit<Probe, 'roles'> {
    probeRuns.queries += 1;
    return { cursor: '', resync: false, event: null, again: null };
  }

  @Query(() => String)
  @Public()
  async brokenProbe(): Promise<string> {
    await this.database.withoutOrganization('select secret_column from no_such_table');
    return '';
  }

  @Mutation(() => Int)
  @Public()
  probeOnce(): number {
    probeRuns.mutations += 1;
    return probeRuns.mutations;
  }

  @Subscription(() => Probe)
  @Action('organization:view')
  async probeChanges(
    @CurrentViewer() viewer: Viewer,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ): Promise<AsyncIterableIterator<ProbePayload>> {
    probeRuns.subscriptions += 1;
    const told = (event: string | null, cursor: string): ProbePayload => ({
      probeChanges: { cursor, resync: event === null, event },
    });
    const story = eachEvent<ProbePayload>({
      wanted: () => true,
      tell: ({ name }, cursor) => told(name, cursor),
      resync: (cursor) => told(null, cursor),
    });
    return mapped(await this.live.follow(viewer.organizationId, after, story), (payload) => payload);
  }

  @Subscription(() => String)
  @Action('organization:view')
  flood(@Args('bytes', { type: () => Int }) bytes: number): AsyncIterableIterator<{ flood: string }> {
    probeRuns.subscriptions += 1;
    return endless({ flood: 'x'.repeat(bytes) });
  }

  @Subscription(() => String)
  @Action('organization:view')
  async brokenChanges(): Promise<AsyncIterableIterator<unknown>> {
    await this.database.withoutOrganization('select secret_column from no_such_table');
    return endless({});
  }

  @ResolveField(() => [String])
  roles(@CurrentContext() context: GraphqlContext): string[] {
    return context.viewer?.actor.assignments.map(({ role }) => role) ?? [];
  }
}

@Module({ providers: [ProbeResolver] })
export class ProbeModule {}

function mapped<In, Out>(source: AsyncIterableIterator<In>, map: (value: In) => Out): AsyncIterableIterator<Out> {
  probeRuns.open += 1;
  let open = true;
  return {
    async next() {
      const step = await source.next();
      return step.done ? { done: true, value: undefined } : { done: false, value: map(step.value) };
    },
    async return() {
      if (open) probeRuns.open -= 1;
      open = false;
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function endless<T>(value: T): AsyncIterableIterator<T> {
  const source: AsyncIterableIterator<T> = {
    next: () => new Promise((resolve) => setImmediate(() => resolve({ done: false, value }))),
    [Symbol.asyncIterator]: () => source,
  };
  return mapped(source, (same) => same);
}
