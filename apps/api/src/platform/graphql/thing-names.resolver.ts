import { Inject } from '@nestjs/common';
import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Action } from '../auth/action.js';
import { CurrentContext } from '../auth/current-viewer.js';
import type { GraphqlContext } from './graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from './loader.js';
import { refuseTooMany, ThingNames } from './thing-names.js';

@ObjectType({ description: 'What a thing that a text names is called now.' })
export class NamedThing {
  @Field(() => String, { description: 'As it was asked.' }) key: string;
  @Field(() => String) name: string;
}

const NAMES = Symbol('names of things');

@Resolver()
export class ThingNamesResolver {
  constructor(@Inject(ThingNames) private readonly names: ThingNames) {}

  @Query(() => [NamedThing], {
    description: 'By key (IMP-42, D-7, B-3, A-5) or id; those that are not here are missing. At most 200.',
  })
  @Action('organization:view')
  async things(
    @CurrentContext() context: GraphqlContext,
    @Args('keys', { type: () => [String] }) keys: string[],
  ): Promise<NamedThing[]> {
    refuseTooMany(keys);
    const loader = loaderOf(context, NAMES, (asked) => this.names.of(viewerOf(context), asked));
    const found = await Promise.all(
      [...new Set(keys)].map(async (key) => ({ key, name: await loadOnce(loader, key) })),
    );
    return found.flatMap(({ key, name }) => (name === undefined ? [] : [{ key, name }]));
  }
}
