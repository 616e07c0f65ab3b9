import { setImmediate } from 'node:timers/promises';
import { type ArtifactAction, canOnArtifact } from '@chapterhouse/domain/communities/artifact-policy';
import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentContext, CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import type { GraphqlContext } from '../../../platform/graphql/graphql-context.js';
import { loaderOf, loadOnce, viewerOf } from '../../../platform/graphql/loader.js';
import { Nodes } from '../../../platform/graphql/nodes.js';
import { ActionScalar } from '../../../platform/graphql/scalars.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences, Person } from '../../organization/public.js';
import { artifactById } from '../artifacts/artifact-loaders.js';
import { factsOf } from '../artifacts/artifact-row.js';
import { Artifact } from '../artifacts/artifacts.graphql.js';
import { ArtifactsService } from '../artifacts/artifacts.service.js';
import { PageDiff } from '../versions/versions.graphql.js';
import type { WrittenProposalRow } from './proposal-row.js';
import { ChangeProposal, proposalConflicts, proposalDiff } from './proposals.graphql.js';
import { ProposalsService } from './proposals.service.js';
import { ProposeChange } from './propose-change.js';

@ArgsType()
class ProposeArguments {
  @Field(() => ID) artifactId: string;
  @Field(() => String) pagePath: string;
  @Field(() => Int) baseNumber: number;
  @Field(() => String) body: string;
  @Field(() => String) why: string;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class ProposalArguments {
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => String, { nullable: true }) idempotencyKey?: string | null;
}

@ArgsType()
class AnswerArguments extends ProposalArguments {
  @Field(() => Boolean) take: boolean;
  @Field(() => String, { nullable: true }) words?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of one that is taken: somebody wrote it into the draft by hand; nothing is merged.',
  })
  writtenIn?: boolean | null;
}

const TEXTS = Symbol('texts of proposals');

@Resolver(() => ChangeProposal)
export class ProposalsResolver implements OnModuleInit {
  constructor(
    @Inject(ProposalsService) private readonly service: ProposalsService,
    @Inject(ProposeChange) private readonly changes: ProposeChange,
    @Inject(ArtifactsService) private readonly artifacts: ArtifactsService,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(Nodes) private readonly nodes: Nodes,
  ) {}

  onModuleInit(): void {
    this.nodes.register('ChangeProposal', (viewer, id) => this.service.find(viewer, id));
  }

  @Query(() => ChangeProposal)
  @Action('artifact:view')
  changeProposal(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<ChangeProposal> {
    return this.service.byId(viewer, readId('ChangeProposal', id));
  }

  @Mutation(() => ChangeProposal)
  @Action('proposal:make')
  async proposeChange(@CurrentViewer() viewer: Viewer, @Args() given: ProposeArguments): Promise<ChangeProposal> {
    const { pagePath, baseNumber, body, idempotencyKey } = given;
    const artifactId = readId('Artifact', given.artifactId);
    const input = { artifactId, pagePath, baseNumber, body, why: typedText(given.why) };
    return this.service.byId(viewer, await this.changes.propose({ viewer, input, idempotencyKey }, input));
  }

  @Mutation(() => ChangeProposal)
  @Action('proposal:answer')
  async answerProposal(@CurrentViewer() viewer: Viewer, @Args() given: AnswerArguments): Promise<ChangeProposal> {
    const { version, take, idempotencyKey } = given;
    const [id, words] = [readId('ChangeProposal', given.id), typedText(given.words ?? '')];
    const input = { id, version, take, words, writtenIn: given.writtenIn ?? false };
    return this.service.byId(viewer, await this.changes.answer({ viewer, input, idempotencyKey }, id, input));
  }

  @Mutation(() => ChangeProposal)
  @Action('proposal:withdraw')
  async withdrawProposal(@CurrentViewer() viewer: Viewer, @Args() given: ProposalArguments): Promise<ChangeProposal> {
    const { version, idempotencyKey } = given;
    const id = readId('ChangeProposal', given.id);
    return this.service.byId(
      viewer,
      await this.changes.withdraw({ viewer, input: { id, version }, idempotencyKey }, id, version),
    );
  }

  @ResolveField(() => Artifact)
  artifact(@Parent() { row }: ChangeProposal, @CurrentContext() context: GraphqlContext): Promise<Artifact> {
    return artifactById(context, this.artifacts, row.artifact_id);
  }

  @ResolveField(() => Person)
  async by(@Parent() { row }: ChangeProposal, @CurrentContext() context: GraphqlContext): Promise<Person> {
    const person = await this.organization.person(context, row.by);
    if (!person) throw new Error('Whoever proposed a change is somebody here.');
    return person;
  }

  @ResolveField(() => Person, { nullable: true })
  async answeredBy(
    @Parent() { row }: ChangeProposal,
    @CurrentContext() context: GraphqlContext,
  ): Promise<Person | null> {
    return row.answered_by === null ? null : ((await this.organization.person(context, row.answered_by)) ?? null);
  }

  @ResolveField(() => String)
  async body(@Parent() { row }: ChangeProposal, @CurrentContext() context: GraphqlContext): Promise<string> {
    return (await this.written(row.id, context)).body;
  }

  @ResolveField(() => PageDiff)
  async diff(@Parent() { row }: ChangeProposal, @CurrentContext() context: GraphqlContext): Promise<PageDiff> {
    const written = await this.written(row.id, context);
    // Of each of a list: others get their turn in between.
    await setImmediate();
    return proposalDiff(written);
  }

  @ResolveField(() => Boolean, {
    description: 'True: the page changed since, in the same place. Of what is answered nothing conflicts any more.',
  })
  async conflicts(@Parent() { row }: ChangeProposal, @CurrentContext() context: GraphqlContext): Promise<boolean> {
    return row.state === 'OPEN' && proposalConflicts(await this.written(row.id, context));
  }

  @ResolveField(() => [ActionScalar])
  async viewerCan(
    @Parent() { row }: ChangeProposal,
    @CurrentContext() context: GraphqlContext,
  ): Promise<ArtifactAction[]> {
    const { actor, personId } = viewerOf(context);
    const { row: artifact } = await artifactById(context, this.artifacts, row.artifact_id);
    if (row.state !== 'OPEN' || artifact.archived_at !== null || artifact.community_closed_at !== null) return [];
    const facts = { ...factsOf(artifact), isOwn: row.by === personId };
    const legal: ArtifactAction[] = ['proposal:answer', 'proposal:withdraw'];
    return legal.filter((action) => canOnArtifact(actor, action, facts).allowed);
  }

  private async written(id: string, context: GraphqlContext): Promise<WrittenProposalRow> {
    const loader = loaderOf(context, TEXTS, (ids) => this.service.written(viewerOf(context), ids));
    const found = await loadOnce(loader, id);
    if (!found) throw new Error('A proposal that is shown is there.');
    return found;
  }
}
