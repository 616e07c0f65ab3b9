import { type Actor, currentAssignments, holdsAnywhere, isOfTeam } from '../actor.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';
import { legalIdeaActions, type IdeaState } from './idea-state.js';

export const COMMUNITY_ACTIONS = [
  'community:view',
  'community:found',
  'community:edit',
  'community:close',
  'community:reopen',
  'community:join',
  'community:leave',
  'community:set-facilitator',
  'discussion:start',
  'discussion:reply',
  'discussion:edit',
  'discussion:close',
  'discussion:edit-reply',
  'discussion:remove-reply',
  'idea:add',
  'idea:edit',
  'idea:vote',
  'idea:comment',
  'idea:try',
  'idea:end-trial',
  'idea:adopt',
  'idea:drop',
  'idea:reopen',
] as const;
export type CommunityAction = (typeof COMMUNITY_ACTIONS)[number];

/** How the actor stands to a community: what every rule of what happens in it may look at. */
export interface CommunityStanding {
  isMember: boolean;
  isFacilitator: boolean;
  /** Whether anybody who is still here facilitates it. */
  isFacilitated: boolean;
}

export interface CommunityFacts extends CommunityStanding {
  /** Of a discussion, reply or idea: whether the actor wrote it. */
  isOwn?: boolean | undefined;
  /** Of an idea: the team that tries it, or is to. */
  trialTeamId?: string | undefined;
}

type Rule = (actor: Actor, facts: CommunityFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. Ideas may come from whoever has them, member or not. */
const RULES: Record<CommunityAction, Rule> = {
  'community:view': () => ALLOWED,
  'community:found': () => ALLOWED,
  'community:edit': facilitate,
  'community:close': facilitate,
  'community:reopen': facilitate,
  'community:join': (_, { isMember }) => allowedIf(!isMember, 'You are a member already.'),
  'community:leave': (_, { isMember }) => allowedIf(isMember, 'You are not a member.'),
  'community:set-facilitator': (actor, facts) =>
    allowedIf(
      facilitates(actor, facts) || (facts.isMember && !facts.isFacilitated),
      'Only who facilitates the community or an Administrator may do this; when nobody does any more, any member.',
    ),
  'discussion:start': takePart,
  'discussion:reply': takePart,
  'discussion:edit': author,
  'discussion:close': authorOrFacilitator,
  'discussion:edit-reply': author,
  'discussion:remove-reply': authorOrFacilitator,
  'idea:add': () => ALLOWED,
  'idea:vote': () => ALLOWED,
  'idea:comment': () => ALLOWED,
  'idea:edit': authorOrFacilitator,
  'idea:try': tryOut,
  'idea:end-trial': tryOut,
  'idea:adopt': facilitate,
  'idea:drop': authorOrFacilitator,
  'idea:reopen': authorOrFacilitator,
};

/** Whether the actor may do this, with the reason when not. */
export function canOnCommunity(actor: Actor, action: CommunityAction, facts: CommunityFacts): Verdict {
  return RULES[action](actor, facts);
}

/** What the actor may do to a community now; of a closed one only look, leave and open it again. */
export function viewerCanOnCommunity(actor: Actor, facts: CommunityFacts, isOpen: boolean): CommunityAction[] {
  return (isOpen ? WHILE_OPEN : WHEN_CLOSED).filter((action) => canOnCommunity(actor, action, facts).allowed);
}

/** @param present whether community and discussion are open */
export function viewerCanOnDiscussion(
  actor: Actor,
  facts: CommunityFacts,
  present: { isOpen: boolean; isClosed: boolean },
): CommunityAction[] {
  if (!present.isOpen) return ['community:view'];
  const legal: readonly CommunityAction[] = present.isClosed ? ['community:view', 'discussion:close'] : OF_DISCUSSION;
  return legal.filter((action) => canOnCommunity(actor, action, facts).allowed);
}

/** Of a reply in a discussion, or a comment on an idea. @param isOpen whether its discussion, or the idea's community, is */
export function viewerCanOnReply(actor: Actor, facts: CommunityFacts, isOpen: boolean): CommunityAction[] {
  return isOpen ? OF_REPLY.filter((action) => canOnCommunity(actor, action, facts).allowed) : [];
}

/** What the actor may do to an idea now: permitted, and legal in its state. */
export function viewerCanOnIdea(
  actor: Actor,
  facts: CommunityFacts,
  present: { isOpen: boolean; state: IdeaState },
): CommunityAction[] {
  if (!present.isOpen) return ['community:view'];
  const legal = ['community:view', ...legalIdeaActions(present.state)];
  return COMMUNITY_ACTIONS.filter(
    (action) =>
      legal.includes(action) &&
      (action === 'idea:try' ? mayTrySomewhere(actor, facts) : canOnCommunity(actor, action, facts).allowed),
  );
}

/** Which team tries it is said only then. */
function mayTrySomewhere(actor: Actor, facts: CommunityFacts): boolean {
  return currentAssignments(actor).some(({ teamId }) => teamId !== null) || facilitates(actor, facts);
}

/** Whether the actor may do what facilitators do, as artifacts are published and archived. */
export function facilitates(actor: Actor, { isFacilitator }: CommunityStanding): boolean {
  return isFacilitator || holdsAnywhere(actor, 'ADMINISTRATOR');
}

const WHILE_OPEN: readonly CommunityAction[] = [
  'community:view',
  'community:edit',
  'community:close',
  'community:join',
  'community:leave',
  'community:set-facilitator',
  'discussion:start',
  'idea:add',
];
const WHEN_CLOSED: readonly CommunityAction[] = ['community:view', 'community:reopen', 'community:leave'];
const OF_DISCUSSION: readonly CommunityAction[] = [
  'community:view',
  'discussion:reply',
  'discussion:edit',
  'discussion:close',
];
const OF_REPLY: readonly CommunityAction[] = ['discussion:edit-reply', 'discussion:remove-reply'];

function facilitate(actor: Actor, facts: CommunityFacts): Verdict {
  return allowedIf(facilitates(actor, facts), 'Only who facilitates the community, or an Administrator, may do this.');
}

function takePart(_: Actor, { isMember }: CommunityFacts): Verdict {
  return allowedIf(isMember, 'Only members may do this; anybody may join.');
}

function author(_: Actor, { isOwn }: CommunityFacts): Verdict {
  return allowedIf(isOwn === true, 'Only who wrote it may do this.');
}

function authorOrFacilitator(actor: Actor, facts: CommunityFacts): Verdict {
  return allowedIf(
    facts.isOwn === true || facilitates(actor, facts),
    'Only who wrote it, who facilitates the community, or an Administrator may do this.',
  );
}

/** A trial is the team's: its own people say that it tries something, and what it showed. */
function tryOut(actor: Actor, facts: CommunityFacts): Verdict {
  return allowedIf(
    isOfTeam(actor, facts.trialTeamId) || facilitates(actor, facts),
    'Only people of the team that tries it, who facilitates the community, or an Administrator may do this.',
  );
}
