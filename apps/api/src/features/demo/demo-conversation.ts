import type { DemoImpediment, DemoRole, DemoTeam } from './demo-facts.js';
import { DEMO_LABELS, DEMO_MENTIONS, DEMO_PAGES } from './demo-conversation-words.js';
import type { Dice } from './dice.js';

/** The area whose people a visitor of the demo may be, apart from those who answer for more than a team. */
const VISITED_AREA = 0;
const HOUR = 3_600_000;
/** Impediments that each Scrum of Scrums Master and Agile Coach watches. */
const WATCHED = 6;

/**
 * What was said to whom in the last days, so that everybody whom a visitor may be finds something in their inbox:
 * mentions in comments on open impediments, some that are watched, labels and links. The rest of the story stays as it is.
 */
export function tellConversation(
  dice: Dice,
  story: { roles: readonly DemoRole[]; teams: readonly DemoTeam[]; impediments: readonly DemoImpediment[] },
  today: string,
): void {
  const open = story.impediments.filter(({ state }) => ['RAISED', 'TRIAGED', 'IN_PROGRESS'].includes(state));
  const now = Date.parse(`${today}T07:00:00Z`);
  for (const person of personas(story.roles, story.teams)) {
    for (let times = dice.between(1, 2); times > 0; times--) {
      const about = dice.pick(open);
      const at = Math.max(now - dice.between(1, 60) * HOUR, Date.parse(about.raisedAt) + HOUR / 2);
      const authors = (story.teams[about.team]?.members ?? []).filter((member) => member !== person);
      const body = dice.pick(DEMO_MENTIONS);
      about.comments.push({ author: dice.pick(authors), at: new Date(at).toISOString(), body, mentions: person });
      about.comments.sort((a, b) => a.at.localeCompare(b.at));
    }
  }
  for (const held of story.roles.filter(({ role }) => role === 'SCRUM_OF_SCRUMS_MASTER' || role === 'AGILE_COACH'))
    for (let left = WATCHED; left > 0; left--) watch(dice.pick(open), held.person);
  for (const impediment of open) {
    if (dice.chance(0.45)) impediment.labels = dice.shuffle(DEMO_LABELS).slice(0, dice.between(1, 2));
    if (dice.chance(0.2)) impediment.links.push(dice.pick(DEMO_PAGES));
    const older = story.impediments.findLastIndex(
      (one, at) => at < story.impediments.indexOf(impediment) && resembles(one, impediment),
    );
    if (older >= 0 && dice.chance(0.3)) impediment.links.push({ to: older });
  }
}

/** What came up before waits for the same. */
function resembles(one: DemoImpediment, other: DemoImpediment): boolean {
  return one.source !== null && one.source === other.source && one.category === other.category;
}

function watch(impediment: DemoImpediment, person: number): void {
  if (!impediment.watchers.includes(person)) impediment.watchers.push(person);
}

/** Who answers for more than a team, and everybody who holds something in the visited area. */
function personas(roles: readonly DemoRole[], teams: readonly DemoTeam[]): number[] {
  const visited = roles.filter(
    ({ role, kind, scope, at, endsBefore }) =>
      // Who removes what teams cannot sees what is asked, and nothing else.
      role !== 'EXECUTIVE_ACTION_TEAM' &&
      kind === 'PRIMARY' &&
      endsBefore === null &&
      (scope !== 'TEAM' || teams[at]?.area === VISITED_AREA),
  );
  return [...new Set(visited.map(({ person }) => person))];
}
