import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Action } from '../../platform/auth/action.js';
import { CurrentViewer } from '../../platform/auth/current-viewer.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { readId } from '../../platform/graphql/global-id.js';
import { DateScalar } from '../../platform/graphql/scalars.js';
import { AcceptDecision } from './accept-decision.js';
import { AmendDecision } from './amend-decision.js';
import { CloseDecision } from './close-decision.js';
import { readDecision } from './decision-input.js';
import {
  DecisionChangeArguments,
  DecisionLinkInputObject,
  DecisionPartArguments,
  EditDecisionInput,
} from './decision-inputs.graphql.js';
import { decisionCallOf } from './decision-transaction.js';
import { Decision } from './decisions.graphql.js';
import { EditDecision } from './edit-decision.js';
import { readLink } from './links/decision-link-targets.js';
import { LinkDecision } from './links/link-decision.js';
import { RevertDecision } from './revert-decision.js';
import { SetRevisit } from './set-revisit.js';

/** Mutations of decisions; those of their own fields name the version that the person saw. */
@Resolver(() => Decision)
export class DecisionMutationsResolver {
  constructor(
    @Inject(EditDecision) private readonly edits: EditDecision,
    @Inject(AcceptDecision) private readonly acceptances: AcceptDecision,
    @Inject(CloseDecision) private readonly closings: CloseDecision,
    @Inject(RevertDecision) private readonly reverts: RevertDecision,
    @Inject(AmendDecision) private readonly amendments: AmendDecision,
    @Inject(SetRevisit) private readonly revisits: SetRevisit,
    @Inject(LinkDecision) private readonly links: LinkDecision,
  ) {}

  @Mutation(() => Decision)
  @Action('decision:edit')
  editDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('input', { type: () => EditDecisionInput }) input: EditDecisionInput,
  ): Promise<Decision> {
    const edit = readDecision(input);
    return this.edits.edit(decisionCallOf(viewer, given, edit), edit);
  }

  @Mutation(() => Decision)
  @Action('decision:accept')
  acceptDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('outcome', { type: () => String, nullable: true }) outcome: string | null | undefined,
    @Args('rationale', { type: () => String, nullable: true }) rationale: string | null | undefined,
    @Args('chosenOption', { type: () => Int, nullable: true }) chosenOption: number | null | undefined,
  ): Promise<Decision> {
    const words = { outcome, rationale, chosenOption };
    return this.acceptances.accept(decisionCallOf(viewer, given, words), words);
  }

  @Mutation(() => Decision)
  @Action('decision:reject')
  rejectDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Decision> {
    return this.closings.reject(decisionCallOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Decision)
  @Action('decision:withdraw')
  withdrawDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null | undefined,
  ): Promise<Decision> {
    return this.closings.withdraw(decisionCallOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Decision)
  @Action('decision:revert')
  revertDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<Decision> {
    return this.reverts.revert(decisionCallOf(viewer, given, { reason }), reason);
  }

  @Mutation(() => Decision, { description: 'Words are added to an accepted record, never changed.' })
  @Action('decision:amend')
  amendDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionPartArguments,
    @Args('text', { type: () => String }) text: string,
  ): Promise<Decision> {
    return this.amendments.amend(decisionCallOf(viewer, given, { text }), text);
  }

  @Mutation(() => Decision, {
    description: 'The only field of an accepted one that may move: when to look at it again. Null: never.',
  })
  @Action('decision:revisit')
  setDecisionRevisit(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionChangeArguments,
    @Args('revisitOn', { type: () => DateScalar, nullable: true }) revisitOn: string | null | undefined,
    @Args('stillHolds', {
      type: () => Boolean,
      nullable: true,
      description: 'It was looked at, and stands as it is: its activity says so.',
    })
    stillHolds: boolean | null | undefined,
  ): Promise<Decision> {
    const call = decisionCallOf(viewer, given, { revisitOn, stillHolds });
    return this.revisits.set(call, revisitOn ?? null, stillHolds ?? false);
  }

  @Mutation(() => Decision)
  @Action('decision:link')
  linkDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionPartArguments,
    @Args('link', { type: () => DecisionLinkInputObject }) link: DecisionLinkInputObject,
  ): Promise<Decision> {
    const read = readLink(link);
    return this.links.link(decisionCallOf(viewer, given, read), read);
  }

  @Mutation(() => Decision)
  @Action('decision:unlink')
  unlinkDecision(
    @CurrentViewer() viewer: Viewer,
    @Args() given: DecisionPartArguments,
    @Args('linkId', { type: () => ID }) linkId: string,
  ): Promise<Decision> {
    return this.links.unlink(decisionCallOf(viewer, given, { linkId }), readId('DecisionLink', linkId));
  }
}
