import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/auth/current-viewer.js';
import type { Connection } from '../../../platform/graphql/connection.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Impediment } from '../../impediments/public.js';
import { Person, Team } from '../../organization/public.js';
import { Decision, DecisionConnection } from '../decisions.graphql.js';
import { type About, DecisionsAboutRead } from './decisions-about.read.js';
import { RelatedDecisionsRead } from './related-decisions.read.js';

@ArgsType()
class PageArguments {
  @Field(() => Int, { nullable: true, description: '1 to 100; 25 when omitted.' }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

/** The same page of many things is one load. */
function pageOf(
  read: DecisionsAboutRead,
  about: About,
  { id }: { id: string },
  context: GraphqlContext,
  page: PageArguments,
): Promise<Connection<Decision> | undefined> {
  const kind = `decisions of ${about} ${page.first ?? ''} ${page.after ?? ''}`;
  const loader = loaderOf(context, kind, (ids) => read.pages(viewerOf(context), about, ids, page));
  return loadOnce(loader, readId(about, id));
}

@Resolver(() => Impediment)
export class ImpedimentDecisionsResolver {
  constructor(@Inject(DecisionsAboutRead) private readonly read: DecisionsAboutRead) {}

  @ResolveField(() => DecisionConnection, { description: 'That touch it or answer its briefs, the latest first.' })
  decisions(
    @Parent() impediment: Impediment,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Decision> | undefined> {
    return pageOf(this.read, 'Impediment', impediment, context, page);
  }
}

@Resolver(() => Team)
export class TeamDecisionsResolver {
  constructor(@Inject(DecisionsAboutRead) private readonly read: DecisionsAboutRead) {}

  @ResolveField(() => DecisionConnection, { description: 'Made in it or touching it, the latest first.' })
  decisions(
    @Parent() team: Team,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Decision> | undefined> {
    return pageOf(this.read, 'Team', team, context, page);
  }
}

@Resolver(() => Person)
export class PersonDecisionsResolver {
  constructor(@Inject(DecisionsAboutRead) private readonly read: DecisionsAboutRead) {}

  @ResolveField(() => DecisionConnection, { description: 'That they take any part in, the latest first.' })
  decisions(
    @Parent() person: Person,
    @CurrentContext() context: GraphqlContext,
    @Args() page: PageArguments,
  ): Promise<Connection<Decision> | undefined> {
    return pageOf(this.read, 'Person', person, context, page);
  }
}

const USUALLY_RELATED = 5;
const MOST_RELATED = 20;

@Resolver(() => Decision)
export class RelatedDecisionsResolver {
  constructor(@Inject(RelatedDecisionsRead) private readonly read: RelatedDecisionsRead) {}

  @ResolveField(() => [Decision], {
    description: `About the same, by words and by what both touch; its own history is not among them. 1 to ${MOST_RELATED}, ${USUALLY_RELATED} when omitted.`,
  })
  async related(
    @Parent() { id }: Decision,
    @CurrentContext() context: GraphqlContext,
    @Args('first', { type: () => Int, nullable: true }) given: number | null | undefined,
  ): Promise<Decision[]> {
    const first = given ?? USUALLY_RELATED;
    if (first < 1 || first > MOST_RELATED) {
      const problem = `Ask for 1 to ${MOST_RELATED} at a time.`;
      throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'first', problem }] });
    }
    const loader = loaderOf(context, `related decisions ${first}`, (ids) =>
      this.read.of(viewerOf(context), ids, first),
    );
    return (await loadOnce(loader, readId('Decision', id))) ?? [];
  }
}
