import { type Actor, currentAssignments, isOfTeam } from '../actor.js';
import type { Role } from '../organization/role.js';
import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import type { ArtifactKind, TemplateUse } from './artifact-state.js';
import { type CommunityStanding, facilitates } from './community-policy.js';

export const ARTIFACT_USE_ACTIONS = [
  'template:use',
  'checklist-run:view',
  'checklist-run:start',
  'checklist-run:tick',
  'checklist-run:end',
  'walk:start',
  'walk:step',
  'walk:count',
  'adoption:adopt',
  'adoption:edit',
  'adoption:end',
  'adoption:nudge',
] as const;
export type ArtifactUseAction = (typeof ARTIFACT_USE_ACTIONS)[number];

/** Who says for a team what it follows. */
export const ADOPTING_ROLES: readonly Role[] = ['SCRUM_MASTER', 'PRODUCT_OWNER', 'DEVELOPER'];

/** What a rule may look at, beside the actor. */
export interface ArtifactUseFacts {
  /** That runs the checklist, or follows a version; null: nobody's but one's own. */
  teamId?: string | null | undefined;
  /** Of a run or a walk: whether the actor began it. */
  isOwn?: boolean | undefined;
  /** How the actor stands to the community that publishes it. */
  standing?: CommunityStanding | undefined;
}

type Rule = (actor: Actor, facts: ArtifactUseFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. What is published is everybody's to read and use. */
const RULES: Record<ArtifactUseAction, Rule> = {
  'template:use': () => ALLOWED,
  'checklist-run:view': () => ALLOWED,
  'checklist-run:start': (actor, { teamId }) =>
    allowedIf(
      teamId === null || teamId === undefined || isOfTeam(actor, teamId),
      'Only people of the team start a run for it; start one of your own, without a team.',
    ),
  'checklist-run:tick': runIt,
  'checklist-run:end': runIt,
  'walk:start': () => ALLOWED,
  'walk:step': (_, { isOwn }) =>
    allowedIf(isOwn === true, 'This walk is somebody else’s, or was left long ago; begin a new one.'),
  'walk:count': (actor, { standing }) =>
    allowedIf(
      standing !== undefined && (standing.isMember || facilitates(actor, standing)),
      'Only members of the community see how its tree is walked; anybody may join.',
    ),
  'adoption:adopt': speakForTeam,
  'adoption:edit': speakForTeam,
  'adoption:end': speakForTeam,
  'adoption:nudge': (actor, { standing }) =>
    allowedIf(
      standing !== undefined && facilitates(actor, standing),
      'Only who facilitates the community, or an Administrator, nudges teams.',
    ),
};

/** Whether the actor may do this, with the reason when not. */
export function canUseArtifact(actor: Actor, action: ArtifactUseAction, facts: ArtifactUseFacts): Verdict {
  return RULES[action](actor, facts);
}

/** What the actor may do to a run; nothing but look once it ended. */
export function viewerCanOnRun(actor: Actor, facts: ArtifactUseFacts, ended: boolean): ArtifactUseAction[] {
  const legal: ArtifactUseAction[] = ended ? [] : ['checklist-run:tick', 'checklist-run:end'];
  return ['checklist-run:view', ...legal.filter((action) => canUseArtifact(actor, action, facts).allowed)];
}

/** What the actor may do to an adoption; nothing once the team stopped. */
export function viewerCanOnAdoption(actor: Actor, facts: ArtifactUseFacts, ended: boolean): ArtifactUseAction[] {
  const legal: ArtifactUseAction[] = ended ? [] : ['adoption:edit', 'adoption:end'];
  return legal.filter((action) => canUseArtifact(actor, action, facts).allowed);
}

/** What the actor may do with an artifact, for its own `viewerCan`. */
export function viewerCanUseArtifact(
  actor: Actor,
  { kind, templateFor, isPublished, isArchived, standing }: UsableArtifact,
): ArtifactUseAction[] {
  if (!isPublished) return [];
  const runs = kind === 'CHECKLIST' || templateFor === 'CHECKLIST_RUN';
  const legal = [...OF_KIND[kind], ...(runs ? (['checklist-run:start'] as const) : [])];
  const ofKind = [...(isArchived ? [] : legal), ...(kind === 'DECISION_TREE' ? (['walk:count'] as const) : [])];
  const own = ofKind.filter((action) => canUseArtifact(actor, action, { standing }).allowed);
  if (isArchived) return own;
  const speaks = currentAssignments(actor).some(({ role, teamId }) => teamId !== null && ADOPTING_ROLES.includes(role));
  const nudges = canUseArtifact(actor, 'adoption:nudge', { standing }).allowed;
  return [...own, ...(speaks ? (['adoption:adopt'] as const) : []), ...(nudges ? (['adoption:nudge'] as const) : [])];
}

export interface UsableArtifact {
  kind: ArtifactKind;
  /** Of a template; one for runs of a checklist is run itself. */
  templateFor: TemplateUse | null;
  isPublished: boolean;
  isArchived: boolean;
  standing: CommunityStanding;
}

const OF_KIND: Record<ArtifactKind, readonly ArtifactUseAction[]> = {
  PLAYBOOK: [],
  TEMPLATE: ['template:use'],
  CHECKLIST: [],
  DECISION_TREE: ['walk:start'],
};

function runIt(actor: Actor, { teamId, isOwn }: ArtifactUseFacts): Verdict {
  return allowedIf(
    isOwn === true || isOfTeam(actor, teamId ?? undefined),
    'Only who started the run, and people of its team, may do this.',
  );
}

function speakForTeam(actor: Actor, { teamId }: ArtifactUseFacts): Verdict {
  const speaks = currentAssignments(actor).some(
    (held) => held.teamId !== null && held.teamId === teamId && ADOPTING_ROLES.includes(held.role),
  );
  return allowedIf(speaks, "Only the team's Scrum Master, Product Owner and Developers say what it follows.");
}

/** Role x action -> where, found by asking the policy itself. "Own" is what one began, or a community that one facilitates. */
export function artifactUsePermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    ARTIFACT_USE_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, personId) => {
        const isOwn = personId === SPECIMEN.actorId;
        return canUseArtifact(actor, action, {
          teamId: SPECIMEN[side].teamId,
          isOwn,
          standing: { isMember: isOwn, isFacilitator: isOwn, isFacilitated: true },
        }).allowed;
      }),
    })),
  );
}
