import { type BacklogFilter, NONE, WHOLE_BACKLOG } from './backlog-filter';

type Choice = Partial<BacklogFilter>;

/** The questions that are asked most, one press each. */
export const PRESETS: readonly { name: string; choice: Choice }[] = [
  { name: 'All open', choice: {} },
  { name: 'Not ready', choice: { ready: false } },
  { name: 'Ready', choice: { states: ['READY'] } },
  { name: 'Blocked', choice: { blocked: true } },
  { name: 'No goal', choice: { goals: [NONE], tiers: ['EPIC', 'FEATURE'] } },
  { name: 'No size', choice: { estimated: false } },
  { name: 'Ended', choice: { states: ['DONE', 'DROPPED'] } },
];

/** What a preset says, over what is narrowed by place and words, which stay. */
export function withPreset({ text, areas, teams, people }: BacklogFilter, choice: Choice): BacklogFilter {
  return { ...WHOLE_BACKLOG, text, areas, teams, people, ...choice };
}

/** Which of them the filter says; null when it says something else. */
export function presetOf(filter: BacklogFilter): string | null {
  const said = JSON.stringify(filter);
  return PRESETS.find(({ choice }) => JSON.stringify(withPreset(filter, choice)) === said)?.name ?? null;
}
