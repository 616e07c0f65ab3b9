import { type Actor, currentAssignments, holdsAnywhere } from '../actor.js';
import { type Verdict, allowedIf, denied } from '../verdict.js';

export const COMMENT_ACTIONS = ['comment:edit', 'comment:remove'] as const;
export type CommentAction = (typeof COMMENT_ACTIONS)[number];

/** What a rule may look at. */
export interface CommentFacts {
  authorId: string;
}

type Rule = (actor: Actor, facts: CommentFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<CommentAction, Rule> = {
  'comment:edit': edit,
  'comment:remove': remove,
};

/** Whether the actor may do this to a comment that is there, with the reason when not. */
export function canOnComment(actor: Actor, action: CommentAction, facts: CommentFacts): Verdict {
  return RULES[action](actor, facts);
}

export function viewerCanOnComment(actor: Actor, facts: CommentFacts): CommentAction[] {
  return COMMENT_ACTIONS.filter((action) => canOnComment(actor, action, facts).allowed);
}

/** Nobody puts words into somebody else's mouth, an Administrator neither. */
function edit(actor: Actor, { authorId }: CommentFacts): Verdict {
  if (authorId !== actor.personId)
    return denied('Only who wrote this comment may edit it; answer with one of your own.');
  return allowedIf(currentAssignments(actor).length > 0, 'Taking part needs a role; ask an Administrator for one.');
}

function remove(actor: Actor, { authorId }: CommentFacts): Verdict {
  return allowedIf(
    authorId === actor.personId || holdsAnywhere(actor, 'ADMINISTRATOR'),
    'Only who wrote this comment or an Administrator may remove it.',
  );
}
