import type { Actor } from '../actor.js';
import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { type CommunityStanding, facilitates } from './community-policy.js';

export const ARTIFACT_ACTIONS = [
  'artifact:view',
  'artifact:create',
  'artifact:edit',
  'artifact:set-approvals',
  'artifact:archive',
  'artifact:unarchive',
  'artifact:watch',
  'draft:begin',
  'draft:write',
  'draft:discard',
  'review:ask',
  'review:withdraw',
  'review:give-verdict',
  'review:comment',
  'review:resolve',
  'review:edit-comment',
  'review:remove-comment',
  'version:publish',
  'proposal:make',
  'proposal:answer',
  'proposal:withdraw',
] as const;
export type ArtifactAction = (typeof ARTIFACT_ACTIONS)[number];

/** What a rule may look at. */
export interface ArtifactFacts extends CommunityStanding {
  /** Whether the actor changed the draft, and whether nobody else did. */
  isAuthor?: boolean | undefined;
  isOnlyAuthor?: boolean | undefined;
  /** Whether a review was asked of the actor. */
  isReviewer?: boolean | undefined;
  /** Of a review, comment or proposal: whether it is the actor's. */
  isOwn?: boolean | undefined;
  /** Of a comment: whether somebody else replied to it. */
  isAnswered?: boolean | undefined;
}

type Rule = (actor: Actor, facts: ArtifactFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. Everybody reads, also what is not published yet. */
const RULES: Record<ArtifactAction, Rule> = {
  'artifact:view': () => ALLOWED,
  'artifact:watch': () => ALLOWED,
  'artifact:create': write,
  'artifact:edit': write,
  'artifact:set-approvals': facilitate,
  'artifact:archive': facilitate,
  'artifact:unarchive': facilitate,
  'draft:begin': write,
  'draft:write': write,
  'draft:discard': (actor, facts) =>
    allowedIf(
      facilitates(actor, facts) || (facts.isMember && facts.isOnlyAuthor === true),
      'Others wrote in it too: only who facilitates the community, or an Administrator, may discard it.',
    ),
  'review:ask': write,
  'review:withdraw': (actor, facts) =>
    allowedIf(
      facts.isOwn === true || facilitates(actor, facts),
      'Only who asked for the review, who facilitates the community, or an Administrator may do this.',
    ),
  'review:give-verdict': verdict,
  'review:comment': (actor, facts) =>
    allowedIf(
      facts.isMember || facts.isReviewer === true || facilitates(actor, facts),
      'Only members and those who are asked for the review comment on lines; anybody may propose a change.',
    ),
  'review:resolve': (actor, facts) =>
    allowedIf(
      facts.isMember || facts.isOwn === true || facilitates(actor, facts),
      'Only members and who wrote the comment may do this.',
    ),
  'review:edit-comment': (_, { isOwn }) => allowedIf(isOwn === true, 'Only who wrote the comment may edit it.'),
  'review:remove-comment': (_, { isOwn, isAnswered }) =>
    isOwn === true
      ? allowedIf(isAnswered !== true, 'Others replied to it: settle it instead, so that their words stay.')
      : allowedIf(false, 'Only who wrote the comment may remove it.'),
  'version:publish': (actor, facts) =>
    allowedIf(
      facilitates(actor, facts) || (facts.isMember && facts.isAuthor === true),
      'Only who wrote it, who facilitates the community, or an Administrator may publish it.',
    ),
  'proposal:make': () => ALLOWED,
  'proposal:answer': write,
  'proposal:withdraw': (_, { isOwn }) => allowedIf(isOwn === true, 'Only who proposed it may withdraw it.'),
};

/** Whether the actor may do this, with the reason when not. */
export function canOnArtifact(actor: Actor, action: ArtifactAction, facts: ArtifactFacts): Verdict {
  return RULES[action](actor, facts);
}

/** Where an artifact stands: what makes sense, whoever asks. */
export interface ArtifactPresence {
  /** Of the community. */
  isOpen: boolean;
  isArchived: boolean;
  isPublished: boolean;
  hasDraft: boolean;
  inReview: boolean;
  /** Of the review that is open: the draft was changed since. */
  isReviewStale: boolean;
}

/** What the actor may do to an artifact and its draft now. */
export function viewerCanOnArtifact(actor: Actor, facts: ArtifactFacts, present: ArtifactPresence): ArtifactAction[] {
  return legalArtifactActions(present).filter((action) => canOnArtifact(actor, action, facts).allowed);
}

export function legalArtifactActions(present: ArtifactPresence): ArtifactAction[] {
  const { isOpen, isArchived, isPublished, hasDraft, inReview, isReviewStale } = present;
  if (!isOpen) return ['artifact:view', 'artifact:watch'];
  if (isArchived) return ['artifact:view', 'artifact:watch', 'artifact:unarchive'];
  return [
    'artifact:view',
    'artifact:watch',
    'artifact:edit',
    'artifact:set-approvals',
    'artifact:archive',
    ...(hasDraft ? WITH_DRAFT : WITHOUT_DRAFT),
    ...(hasDraft && isPublished ? DISCARDED : []),
    ...(inReview ? legalReviewActions(isReviewStale) : []),
    ...(isPublished ? PUBLISHED : []),
  ];
}

/** Of a review that is open. A verdict on what is not there any more would count for nothing. */
export function legalReviewActions(isStale: boolean): readonly ArtifactAction[] {
  return isStale ? IN_REVIEW : [...IN_REVIEW, 'review:give-verdict'];
}

const WITH_DRAFT: readonly ArtifactAction[] = ['draft:write', 'review:ask', 'version:publish'];
const WITHOUT_DRAFT: readonly ArtifactAction[] = ['draft:begin'];
/** What was never published has nothing to go back to: it is archived instead. */
const DISCARDED: readonly ArtifactAction[] = ['draft:discard'];
const IN_REVIEW: readonly ArtifactAction[] = ['review:withdraw', 'review:comment'];
const PUBLISHED: readonly ArtifactAction[] = ['proposal:make'];

function write(actor: Actor, facts: ArtifactFacts): Verdict {
  return allowedIf(
    facts.isMember || facilitates(actor, facts),
    'Only members of the community may do this; anybody may join, or propose a change.',
  );
}

function facilitate(actor: Actor, facts: ArtifactFacts): Verdict {
  return allowedIf(facilitates(actor, facts), 'Only who facilitates the community, or an Administrator, may do this.');
}

function verdict(_: Actor, { isReviewer, isAuthor }: ArtifactFacts): Verdict {
  if (isAuthor === true) return allowedIf(false, 'You wrote in it: somebody else has to say whether it is good.');
  return allowedIf(isReviewer === true, 'Only those who are asked for the review may do this.');
}

/** Role x action -> where: membership and facilitating are nobody's role, so "own" is what one is a member of or wrote. */
export function artifactPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    ARTIFACT_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((_, personId) => {
        const isOwn = personId === SPECIMEN.actorId;
        return canOnArtifact(actor, action, {
          isMember: isOwn,
          isFacilitator: isOwn,
          isFacilitated: true,
          isAuthor: isOwn && action !== 'review:give-verdict',
          isOnlyAuthor: isOwn,
          isReviewer: isOwn,
          isOwn,
        }).allowed;
      }),
    })),
  );
}
