import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphqlContext } from '../graphql/graphql-context.js';
import { ACTION_METADATA, PUBLIC } from './action.js';

/** Deny by default: a root field runs for a signed-in person, or says that it is public. Services decide the rest. */
@Injectable()
export class ActionGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<GqlContextType>() !== 'graphql') return true;
    const action = this.reflector.get<string | undefined>(ACTION_METADATA, context.getHandler());
    if (action === undefined) throw new Error('A root field without a declared action.');
    const graphql = GqlExecutionContext.create(context);
    const { viewer, loaders } = graphql.getContext<GraphqlContext>();
    // A second mutation of the same document must not answer with what the first has loaded.
    if (graphql.getInfo<GraphQLResolveInfo>().parentType.name === 'Mutation') loaders.clear();
    if (action !== PUBLIC && !viewer) throw refusePlatform('UNAUTHENTICATED', {});
    return true;
  }
}
