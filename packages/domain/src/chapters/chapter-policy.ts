import { type Actor, type Place, currentAssignments, holdsAnywhere, holdsOver } from '../actor.js';
import type { Role } from '../organization/role.js';
import { type PermissionRow, reach, SPECIMEN, specimenActors } from '../permission-row.js';
import { ALLOWED, type Verdict, allowedIf } from '../verdict.js';

export const CHAPTER_ACTIONS = [
  'chapter:view',
  'chapter:create',
  'chapter:edit',
  'practice:share',
  'practice:edit',
  'practice:remove',
  'practice:thank',
  'triage:start',
  'triage:join',
  'triage:add-item',
  'triage:vote',
  'triage:promise-action',
  'triage:facilitate',
  'triage:end-item',
  'triage:hand-over',
  'triage:take-over',
] as const;
export type ChapterAction = (typeof CHAPTER_ACTIONS)[number];

/** Who are members of a chapter by their roles: Scrum Masters of its teams, Scrum of Scrums Masters of its scope and areas. */
export const MEMBER_ROLES: readonly Role[] = ['SCRUM_MASTER', 'SCRUM_OF_SCRUMS_MASTER'];

/** Minutes without the facilitator before another member may take the session over. */
export const FACILITATOR_AWAY_MINUTES = 2;

/** Where a chapter is, and whose Scrum Masters it has; of the organization all of them. Ids are the database's. */
export interface ChapterScope {
  areaId: string | null;
  /** Of the area. */
  teamIds: readonly string[];
}

/** Whether the actor's roles of today make them a member. */
export function isMemberOf(actor: Actor, { areaId, teamIds }: ChapterScope): boolean {
  return currentAssignments(actor).some((held) => {
    if (!MEMBER_ROLES.includes(held.role)) return false;
    return areaId === null || held.areaId === areaId || (held.teamId !== null && teamIds.includes(held.teamId));
  });
}

/** What a rule may look at, beside the actor. */
export interface ChapterFacts {
  /** Where the chapter is, with what contains it; nothing at all is the organization. */
  place: Place;
  /** Whether the actor is a member today. */
  isMember: boolean;
  /** Of a practice: whether the actor shared it. */
  isOwn?: boolean | undefined;
  /** Of a session: who facilitates it, and whether they have not been there for a while. */
  facilitatorId?: string | undefined;
  facilitatorAway?: boolean | undefined;
  /** Of an item: whether what it is about is the actor's, as its owner. */
  ownsItem?: boolean | undefined;
}

type Rule = (actor: Actor, facts: ChapterFacts) => Verdict;

/** The whole policy: an action without a rule does not compile. */
const RULES: Record<ChapterAction, Rule> = {
  'chapter:view': () => ALLOWED,
  'chapter:create': lead,
  'chapter:edit': lead,
  'practice:share': takePart,
  'practice:edit': ownPractice,
  'practice:remove': ownPractice,
  'practice:thank': beHere,
  'triage:start': takePart,
  // Whoever is affected may come and tell; the dots are the chapter's.
  'triage:join': beHere,
  'triage:add-item': takePart,
  'triage:vote': takePart,
  'triage:promise-action': takePart,
  'triage:facilitate': facilitate,
  'triage:end-item': (actor, facts) =>
    allowedIf(
      facilitates(actor, facts) || facts.ownsItem === true,
      'Only who facilitates the session, or who owns what is under discussion, may say how it ends.',
    ),
  'triage:hand-over': facilitate,
  'triage:take-over': (actor, facts) =>
    allowedIf(
      takesPart(actor, facts) && !facilitates(actor, facts) && facts.facilitatorAway === true,
      `A member may take over once who facilitates has not been there for ${FACILITATOR_AWAY_MINUTES} minutes; until then ` +
        'ask them to hand over.',
    ),
};

/** Whether the actor may do this, with the reason when not. */
export function canOnChapter(actor: Actor, action: ChapterAction, facts: ChapterFacts): Verdict {
  return RULES[action](actor, facts);
}

/** Whether the actor may found a chapter anywhere at all. */
export function mayFoundSomewhere(actor: Actor): boolean {
  return holdsAnywhere(actor, 'SCRUM_OF_SCRUMS_MASTER', 'AGILE_COACH', 'ADMINISTRATOR');
}

/** What the actor may do to a chapter. */
export function viewerCanOnChapter(actor: Actor, facts: ChapterFacts): ChapterAction[] {
  return OF_CHAPTER.filter((action) => canOnChapter(actor, action, facts).allowed);
}

/** What the actor may do to a practice of the chapter. */
export function viewerCanOnPractice(actor: Actor, facts: ChapterFacts): ChapterAction[] {
  return OF_PRACTICE.filter((action) => canOnChapter(actor, action, facts).allowed);
}

/** What the actor may do in a session; nothing but look once it ended. */
export function viewerCanOnTriage(actor: Actor, running: boolean, facts: ChapterFacts): ChapterAction[] {
  if (!running) return ['chapter:view'];
  return OF_SESSION.filter((action) => canOnChapter(actor, action, facts).allowed);
}

const OF_CHAPTER: readonly ChapterAction[] = ['chapter:view', 'chapter:edit', 'practice:share', 'triage:start'];
const OF_PRACTICE: readonly ChapterAction[] = ['practice:edit', 'practice:remove', 'practice:thank'];
const OF_SESSION: readonly ChapterAction[] = [
  'chapter:view',
  ...CHAPTER_ACTIONS.filter((action) => action.startsWith('triage:') && action !== 'triage:start'),
];

function lead(actor: Actor, { place }: ChapterFacts): Verdict {
  return allowedIf(
    leads(actor, place),
    'Only the Scrum of Scrums Master here or above, an Agile Coach or an Administrator may do this.',
  );
}

function takePart(actor: Actor, facts: ChapterFacts): Verdict {
  return allowedIf(
    takesPart(actor, facts),
    'Only members of the chapter (Scrum Masters of its teams, its Scrum of Scrums Master), an Agile Coach or an ' +
      'Administrator may do this.',
  );
}

function ownPractice(actor: Actor, { place, isOwn }: ChapterFacts): Verdict {
  return allowedIf(
    isOwn === true || leads(actor, place),
    'Only who shared it, the Scrum of Scrums Master here or above, an Agile Coach or an Administrator may do this.',
  );
}

function beHere(actor: Actor): Verdict {
  return allowedIf(currentAssignments(actor).length > 0, 'Taking part needs a role; ask an Administrator for one.');
}

function facilitate(actor: Actor, facts: ChapterFacts): Verdict {
  return allowedIf(facilitates(actor, facts), 'Only who facilitates the session may do this; they can hand it over.');
}

function facilitates({ personId }: Actor, { facilitatorId }: ChapterFacts): boolean {
  return facilitatorId === personId;
}

function leads(actor: Actor, place: Place): boolean {
  return holdsOver(actor, 'SCRUM_OF_SCRUMS_MASTER', place) || holdsAnywhere(actor, 'AGILE_COACH', 'ADMINISTRATOR');
}

function takesPart(actor: Actor, { isMember, place }: ChapterFacts): boolean {
  return isMember || leads(actor, place);
}

/** Role x action -> where, found by asking the policy itself. "Own" is what somebody shared, facilitates or owns. */
export function chapterPermissions(): PermissionRow[] {
  return specimenActors().flatMap(({ role, scope, actor }) =>
    CHAPTER_ACTIONS.map((action) => ({
      role,
      scope,
      action,
      about: null,
      where: reach((side, personId) => {
        const { productId, areaId } = SPECIMEN[side];
        const isMember = MEMBER_ROLES.includes(role) && (side === 'inside' || scope === 'ORGANIZATION');
        const isOwn = personId === SPECIMEN.actorId;
        const place = { productId, areaId };
        return canOnChapter(actor, action, {
          place,
          isMember,
          isOwn,
          facilitatorId: personId,
          facilitatorAway: !isOwn,
          ownsItem: isOwn,
        }).allowed;
      }),
    })),
  );
}
