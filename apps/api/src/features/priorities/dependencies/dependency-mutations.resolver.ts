import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../../platform/auth/action.js';
import { CurrentViewer } from '../../../platform/auth/current-viewer.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { DateScalar } from '../../../platform/graphql/scalars.js';
import { AnswerDependency } from './answer-dependency.js';
import { Dependency } from './dependencies.graphql.js';
import { DependencyArguments } from './dependency-arguments.graphql.js';
import type { DependencyCall } from './dependency-transaction.js';
import { KeepDependency } from './keep-dependency.js';
import { RaiseImpedimentOfDependency } from './raise-impediment-of-dependency.js';

type Optional = string | null | undefined;

@Resolver(() => Dependency)
export class DependencyMutationsResolver {
  constructor(
    @Inject(AnswerDependency) private readonly answers: AnswerDependency,
    @Inject(KeepDependency) private readonly keeping: KeepDependency,
    @Inject(RaiseImpedimentOfDependency) private readonly impediments: RaiseImpedimentOfDependency,
  ) {}

  @Mutation(() => Dependency)
  @Action('dependency:edit')
  editDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('neededBy', { type: () => DateScalar, nullable: true }) neededBy: Optional,
    @Args('words', { type: () => String, nullable: true }) words: Optional,
  ): Promise<Dependency> {
    const input = { neededBy: neededBy ?? null, words: words ?? null };
    return this.keeping.edit(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency)
  @Action('dependency:commit')
  commitDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('promisedFor', { type: () => DateScalar }) promisedFor: string,
    @Args('providerId', { type: () => ID, nullable: true }) providerId: Optional,
    @Args('words', { type: () => String, nullable: true }) words: Optional,
  ): Promise<Dependency> {
    const named = providerId ? readId('BacklogItem', providerId) : null;
    const input = { promisedFor, providerId: named, words: words ?? null };
    return this.answers.commit(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency)
  @Action('dependency:counter')
  counterDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('proposedFor', { type: () => DateScalar }) proposedFor: string,
    @Args('words', { type: () => String }) words: string,
  ): Promise<Dependency> {
    const input = { proposedFor, words };
    return this.answers.counter(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency, { description: 'The consumer takes the proposed day: committed for it.' })
  @Action('dependency:accept-counter')
  acceptCounter(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('words', { type: () => String, nullable: true }) words: Optional,
  ): Promise<Dependency> {
    const input = { words: words ?? null };
    return this.keeping.acceptCounter(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency)
  @Action('dependency:decline')
  declineDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Dependency> {
    return this.answers.decline(callOf(viewer, given, { reason }), { reason });
  }

  @Mutation(() => Dependency, {
    description: 'After a decline, a counter that does not do, or a delivery that was none.',
  })
  @Action('dependency:ask-again')
  askDependencyAgain(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('neededBy', { type: () => DateScalar }) neededBy: string,
    @Args('words', { type: () => String }) words: string,
  ): Promise<Dependency> {
    const input = { neededBy, words };
    return this.keeping.askAgain(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency)
  @Action('dependency:deliver')
  deliverDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('words', { type: () => String, nullable: true }) words: Optional,
  ): Promise<Dependency> {
    const input = { words: words ?? null };
    return this.answers.deliver(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency)
  @Action('dependency:withdraw')
  withdrawDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
    @Args('reason', { type: () => String, nullable: true }) reason: Optional,
  ): Promise<Dependency> {
    const input = { reason: reason ?? null };
    return this.keeping.withdraw(callOf(viewer, given, input), input);
  }

  @Mutation(() => Dependency, {
    description:
      "One click, once its clock has run out: affects the consumer's team, blocks its item, waits for the provider's team.",
  })
  @Action('dependency:raise-impediment')
  raiseImpedimentOfDependency(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DependencyArguments,
  ): Promise<Dependency> {
    return this.impediments.raise(callOf(viewer, given, {}));
  }
}

/** @throws NOT_FOUND for what is no id of a dependency */
function callOf(viewer: Viewer, { id, version, idempotencyKey }: DependencyArguments, input: object): DependencyCall {
  return { viewer, id: readId('Dependency', id), version, input, idempotencyKey };
}
