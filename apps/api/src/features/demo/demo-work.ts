import { shift } from './day-shift.js';
import type { DemoBlockedItem, DemoImpediment, DemoSprint, DemoTeam } from './demo-facts.js';
import { DEMO_FOREIGN_KEYS, DEMO_WORK } from './demo-work-words.js';
import { Dice } from './dice.js';

/** Dice of its own: the rest of the story stays as it is. */
const SEED = 20_260_316;
const DAY = 86_400_000;
const SPRINT_DAYS = 14;
const FINISHED = 12;
/** How much of a sprint is lost when one serious impediment lasts all of it, and the most that is. */
const LOSS = 0.28;
const MOST_LOST = 0.5;
const WEIGHT = { LOW: 0.4, MEDIUM: 0.8, HIGH: 1.2, CRITICAL: 1.6 } as const;

/** What teams work on, beside what stands in their way. */
export interface DemoWork {
  sprints: DemoSprint[];
  items: DemoBlockedItem[];
}

/**
 * The last twelve sprints of every team and the one that runs: teams get less done while impediments block them. And the
 * backlog items that are blocked; which impediment blocks them is written into the impediments.
 */
export function tellWork(teams: readonly DemoTeam[], impediments: readonly DemoImpediment[], today: string): DemoWork {
  const dice = new Dice(SEED);
  const sprints = teams.flatMap((team, at) => sprintsOf(dice, team, at, impediments, today));
  return { sprints, items: blockedItems(dice, teams, impediments) };
}

function sprintsOf(
  dice: Dice,
  { area }: DemoTeam,
  team: number,
  impediments: readonly DemoImpediment[],
  today: string,
): DemoSprint[] {
  const own = impediments.filter(({ affected }) => affected.includes(team));
  const usual = dice.between(8, 14);
  // One team in six does not estimate.
  const pointsEach = team % 6 === 4 ? null : dice.between(22, 36) / 10;
  const points = (items: number): number | null => pointsEach && Math.round(items * pointsEach + dice.between(-1, 1));
  const last = startOfSprint(today, area);
  const goals = dice.shuffle(DEMO_WORK[area]?.goals ?? []);
  return Array.from({ length: FINISHED + 1 }, (_, index) => {
    const startsOn = shift(last, (index - FINISHED) * SPRINT_DAYS);
    const endsBefore = shift(startsOn, SPRINT_DAYS);
    const finished = index < FINISHED;
    const plannedItems = usual + dice.between(-1, 2);
    const lost = Math.min(MOST_LOST, LOSS * pressure(own, startsOn, endsBefore));
    const doneItems = Math.max(1, Math.round(usual * (1 - lost) + dice.between(-1, 1) * 0.8));
    const plannedPoints = points(plannedItems);
    const donePoints = points(doneItems);
    return {
      team,
      name: `Sprint ${40 + area + index}`,
      goal: goals[index % goals.length] ?? '',
      state: finished ? 'CLOSED' : 'ACTIVE',
      startsOn,
      endsBefore,
      plannedItems,
      plannedPoints,
      doneItems: finished ? doneItems : null,
      donePoints: finished ? donePoints : null,
    };
  });
}

/** Mondays, every other week; areas take turns, so that not all end on one day. */
function startOfSprint(today: string, area: number): string {
  const day = Date.parse(`${today}T00:00:00Z`) / DAY;
  // Day 4 since 1970 was a Monday.
  const since = (day - 4 + (area % 2) * 7) % SPRINT_DAYS;
  return shift(today, -since);
}

/** Serious impediments that last all of the sprint: 1 for one, more for more. */
function pressure(impediments: readonly DemoImpediment[], startsOn: string, endsBefore: string): number {
  const [from, to] = [Date.parse(`${startsOn}T00:00:00Z`), Date.parse(`${endsBefore}T00:00:00Z`)];
  return impediments.reduce((sum, { state, severity, raisedAt, resolvedAt }) => {
    if (state === 'DECLINED') return sum;
    const end = resolvedAt === null ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt);
    const lasts = Math.max(0, Math.min(to, end) - Math.max(from, Date.parse(raisedAt)));
    return sum + (WEIGHT[severity ?? 'MEDIUM'] * lasts) / (to - from);
  }, 0);
}

function blockedItems(
  dice: Dice,
  teams: readonly DemoTeam[],
  impediments: readonly DemoImpediment[],
): DemoBlockedItem[] {
  const items: DemoBlockedItem[] = [];
  const numbers = new Map<number, number>();
  const open = ['RAISED', 'TRIAGED', 'IN_PROGRESS'];
  for (const impediment of impediments) {
    const isOpen = open.includes(impediment.state);
    if (!isOpen && !dice.chance(0.15)) continue;
    for (let left = isOpen ? dice.pick([0, 1, 1, 2, 3]) : 1; left > 0; left--) {
      const team = dice.chance(0.7) ? impediment.team : dice.pick(impediment.affected);
      const { name = '', area = 0 } = teams[team] ?? {};
      const titles = DEMO_WORK[area]?.items ?? [];
      const number = (numbers.get(team) ?? 210) + dice.between(1, 9);
      numbers.set(team, number);
      const item: DemoBlockedItem = {
        key: `${name.slice(0, 4).toUpperCase()}-${number}`,
        title: titles[(team + items.filter((one) => one.team === team).length) % titles.length] ?? '',
        team,
        state: isOpen ? dice.pick(['READY', 'IN_PROGRESS', 'IN_PROGRESS'] as const) : 'DONE',
        points: dice.pick([1, 2, 3, 5, 8, null]),
        createdAt: new Date(Date.parse(impediment.raisedAt) - dice.between(2, 40) * DAY).toISOString(),
        resolvedAt: isOpen ? null : impediment.resolvedAt,
      };
      items.push(item);
      impediment.blockedItemKeys.push(item.key);
    }
    if (isOpen && dice.chance(0.1)) impediment.blockedItemKeys.push(dice.pick(DEMO_FOREIGN_KEYS));
  }
  return items;
}
