import type { DecisionAction } from '@chapterhouse/domain/decisions/decision-policy';
import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/auth/current-viewer.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { readId } from '../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../platform/graphql/loader.js';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import {
  ActivityConnection,
  type ActivityEntry,
  BriefsService,
  EscalationBriefObject,
  ImpedimentActivityRead,
} from '../impediments/public.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { DecisionPartsRead } from './decision-parts.read.js';
import { Decision, DecisionAmendment } from './decisions.graphql.js';
import { DecisionsService } from './decisions.service.js';

@ArgsType()
class ActivityArguments {
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}

/** Fields that are loaded when somebody asks for them, for all decisions of an answer at once. */
@Resolver(() => Decision)
export class DecisionPartsResolver {
  constructor(
    @Inject(DecisionsService) private readonly service: DecisionsService,
    @Inject(DecisionPartsRead) private readonly parts: DecisionPartsRead,
    @Inject(ImpedimentActivityRead) private readonly activities: ImpedimentActivityRead,
    @Inject(BriefsService) private readonly briefs: BriefsService,
  ) {}

  @ResolveField(() => [DecisionAmendment])
  async amendments(
    @Parent() decision: Decision,
    @CurrentContext() context: GraphqlContext,
  ): Promise<DecisionAmendment[]> {
    return (
      (await this.load(decision, context, 'amendments', (viewer, ids) => this.parts.amendments(viewer, ids))) ?? []
    );
  }

  @ResolveField(() => Decision, { nullable: true, description: 'The one that replaced it.' })
  async supersededBy(
    @Parent() { supersededById }: Decision,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Decision | null> {
    if (supersededById === null) return null;
    const loader = loaderOf(context, 'decisions that replaced others', async (ids) => {
      const found = await this.service.byIds(viewerOf(context), ids);
      return new Map(found.map((decision) => [decisionIdOf(decision), decision]));
    });
    return (await loadOnce(loader, supersededById)) ?? null;
  }

  @ResolveField(() => [Decision], { description: 'Those that it replaces (or will, once accepted).' })
  async supersedes(@Parent() decision: Decision, @CurrentContext() context: GraphqlContext): Promise<Decision[]> {
    return (
      (await this.load(decision, context, 'supersedes', (viewer, ids) => this.parts.supersedes(viewer, ids))) ?? []
    );
  }

  @ResolveField(() => [Decision], {
    description: 'The whole line of history, the oldest first, this one included: walk it both ways.',
  })
  async history(@Parent() decision: Decision, @CurrentContext() context: GraphqlContext): Promise<Decision[]> {
    return (await this.load(decision, context, 'history', (viewer, ids) => this.parts.history(viewer, ids))) ?? [];
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'SHA-256, hex, of the accepted words chained to the record before; null before anything is decided.',
  })
  async contentHash(@Parent() decision: Decision, @CurrentContext() context: GraphqlContext): Promise<string | null> {
    return (await this.load(decision, context, 'hash', (viewer, ids) => this.parts.contentHashes(viewer, ids))) ?? null;
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(@Parent() decision: Decision, @CurrentContext() context: GraphqlContext): Promise<DecisionAction[]> {
    return (await this.load(decision, context, 'viewerCan', (viewer, ids) => this.parts.viewerCan(viewer, ids))) ?? [];
  }

  @ResolveField(() => EscalationBriefObject, {
    nullable: true,
    description: 'Of escalation briefs whose answer this records.',
  })
  async brief(
    @Parent() { briefId }: Decision,
    @CurrentContext() context: GraphqlContext,
  ): Promise<EscalationBriefObject | null> {
    if (briefId === null) return null;
    const loader = loaderOf(context, 'briefs of decisions', (ids) => this.briefs.byIds(viewerOf(context), ids));
    return (await loadOnce(loader, briefId)) ?? null;
  }

  @ResolveField(() => ActivityConnection)
  activity(
    @Parent() decision: Decision,
    @CurrentContext() context: GraphqlContext,
    @Args() page: ActivityArguments,
  ): Promise<Connection<ActivityEntry> | undefined> {
    return this.load(decision, context, `activity ${page.first ?? ''} ${page.after ?? ''}`, (viewer, ids) =>
      this.activities.activity(viewer, ids, page, 'Decision'),
    );
  }

  private load<T>(
    decision: Decision,
    context: GraphqlContext,
    kind: string,
    read: (viewer: Viewer, ids: string[]) => Promise<Map<string, T>>,
  ): Promise<T | undefined> {
    const loader = loaderOf(context, `decision ${kind}`, (ids) => read(viewerOf(context), ids));
    return loadOnce(loader, decisionIdOf(decision));
  }
}

/** The database's. */
export function decisionIdOf(decision: Pick<Decision, 'id'>): string {
  return readId('Decision', decision.id);
}
