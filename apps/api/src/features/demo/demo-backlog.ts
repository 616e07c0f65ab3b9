import type { ItemKind } from '@chapterhouse/domain/priorities/item-fields';
import { ITEM_SCORES } from '@chapterhouse/domain/priorities/item-fields';
import type { ItemState } from '@chapterhouse/domain/priorities/item-state';
import { shift } from './day-shift.js';
import { type DemoEpic, DEMO_EPICS, DEMO_TASKS } from './demo-backlog-words.js';
import type { DemoBlockedItem, DemoTeam } from './demo-facts.js';
import { Dice } from './dice.js';

/** Dice of its own: the rest of the story stays as it is. */
const SEED = 20_260_411;

/** Positions in the story's own lists; `parent` and the list itself: the items'. */
export interface DemoItem {
  key: string | null;
  title: string;
  description: string;
  tier: 'EPIC' | 'FEATURE' | 'TASK';
  kind: ItemKind;
  state: ItemState;
  area: number;
  team: number | null;
  assignee: number | null;
  parent: number | null;
  goal: number | null;
  criteria: string[];
  points: number | null;
  score: [value: number, timeCriticality: number, riskReduction: number] | null;
  droppedReason: string;
  createdAt: string;
  endedAt: string | null;
}

/** The backlog of the demo: parents first. */
export interface DemoBacklog {
  items: DemoItem[];
  /** Positions of the open epics and features, first to last in the order. */
  order: number[];
}

/**
 * Eight epics, sixty features and the tasks below them, those that impediments block among them. The order is that of a
 * Chief Product Owner who listens to the score and does not obey it.
 */
export function tellBacklog(
  teams: readonly DemoTeam[],
  blocked: readonly DemoBlockedItem[],
  today: string,
): DemoBacklog {
  const dice = new Dice(SEED);
  const items: DemoItem[] = [];
  const at = (daysFromToday: number): string => `${shift(today, daysFromToday)}T09:00:00.000Z`;
  DEMO_EPICS.forEach((epics, area) => {
    for (const epic of epics) tellEpic(dice, items, epic, area, teams, at);
  });
  tellTasks(dice, items, teams, blocked, at);
  return { items, order: ordered(dice, items) };
}

function tellEpic(
  dice: Dice,
  items: DemoItem[],
  { title, outcome, goal, features }: DemoEpic,
  area: number,
  teams: readonly DemoTeam[],
  at: (day: number) => string,
): void {
  const own = teams.flatMap((team, index) => (team.area === area ? [index] : []));
  const parent = items.length;
  const nothing = {
    key: null,
    assignee: null,
    droppedReason: '',
    endedAt: null,
    points: null,
    score: null,
    criteria: [],
  };
  const createdDay = -dice.between(100, 160);
  items.push({
    ...nothing,
    title,
    description: outcome,
    tier: 'EPIC',
    kind: 'VALUE',
    state: 'IN_PROGRESS',
    area,
    team: null,
    parent: null,
    goal,
    createdAt: at(createdDay),
  });
  for (const [index, [kind, name, criterion]] of features.entries()) {
    const state = dice.pick<ItemState>(['DRAFT', 'DRAFT', 'READY', 'READY', 'IN_PROGRESS', 'IN_PROGRESS', 'DONE']);
    const dropped = kind === 'VALUE' && index === features.length - 1 && area % 2 === 1;
    const ended = state === 'DONE' || dropped;
    items.push({
      ...nothing,
      title: name,
      description: '',
      tier: 'FEATURE',
      kind,
      state: dropped ? 'DROPPED' : state,
      area,
      // Some belong to the area, and no team has taken them yet.
      team: state === 'DRAFT' && dice.chance(0.4) ? null : dice.pick(own),
      parent,
      // A few serve nothing that their epic serves.
      goal: null,
      criteria: state === 'DRAFT' ? [] : [criterion],
      points: dice.chance(0.85) ? dice.pick([3, 5, 8, 8, 13, 20]) : null,
      score: dice.chance(0.9) ? [dice.pick(ITEM_SCORES), dice.pick(ITEM_SCORES), dice.pick(ITEM_SCORES)] : null,
      droppedReason: dropped ? 'Nobody asked for it twice.' : '',
      createdAt: at(createdDay + dice.between(3, 60)),
      endedAt: ended ? at(-dice.between(3, 30)) : null,
    });
  }
}

function tellTasks(
  dice: Dice,
  items: DemoItem[],
  teams: readonly DemoTeam[],
  blocked: readonly DemoBlockedItem[],
  at: (day: number) => string,
): void {
  const features = items.flatMap(({ tier, endedAt }, index) => (tier === 'FEATURE' && endedAt === null ? [index] : []));
  const parentOf = (team: number): number | null => {
    const ofTeam = features.filter((index) => items[index]?.team === team);
    const ofArea = features.filter((index) => items[index]?.area === teams[team]?.area);
    return dice.pick(ofTeam.length > 0 ? ofTeam : ofArea);
  };
  const taskOf = (team: number, more: Partial<DemoItem>): DemoItem => ({
    key: null,
    title: '',
    description: '',
    tier: 'TASK',
    kind: 'VALUE',
    state: 'READY',
    area: teams[team]?.area ?? 0,
    team,
    assignee: dice.pick(teams[team]?.members.slice(1) ?? []),
    parent: parentOf(team),
    goal: null,
    criteria: [],
    points: dice.pick([0.5, 1, 2, 3]),
    score: null,
    droppedReason: '',
    createdAt: at(-dice.between(4, 30)),
    endedAt: null,
    ...more,
  });
  for (const { key, title, team, state, points, createdAt, resolvedAt } of blocked) {
    // Nobody wrote down when it was done where the impediment was declined.
    const endedAt = state === 'DONE' ? (resolvedAt ?? at(-3)) : null;
    items.push(taskOf(team, { key, title, state, points: points ?? 2, createdAt, endedAt }));
  }
  for (const index of features) {
    const { team = null, state } = items[index] ?? {};
    if (team === null || state !== 'IN_PROGRESS') continue;
    for (const title of dice.shuffle(DEMO_TASKS).slice(0, 3))
      items.push(
        taskOf(team, { title, parent: index, state: dice.pick<ItemState>(['READY', 'READY', 'IN_PROGRESS']) }),
      );
  }
}

/** By what waiting costs for each point, shaken: judgement is in it too. */
function ordered(dice: Dice, items: readonly DemoItem[]): number[] {
  const open = items.flatMap((item, index) =>
    item.tier !== 'TASK' && item.state !== 'DONE' && item.state !== 'DROPPED' ? [{ item, index }] : [],
  );
  const weight = ({ score, points, state, tier }: DemoItem): number => {
    const cost = score === null ? 8 : score[0] + score[1] + score[2];
    const begun = state === 'IN_PROGRESS' ? 3 : 0;
    return (tier === 'EPIC' ? 2 : cost / (points ?? 8)) + begun + dice.between(0, 40) / 10;
  };
  return open
    .map(({ item, index }) => ({ index, weight: weight(item) }))
    .sort((one, other) => other.weight - one.weight)
    .map(({ index }) => index);
}
