import type { LogFilter } from './log-filter';

type Choice = Pick<LogFilter, 'states' | 'waitsForMe' | 'revisitDue'>;

const NONE: Choice = { states: [], waitsForMe: false, revisitDue: false };

/** The questions that are asked most, one press each. */
export const PRESETS: readonly { name: string; choice: Choice }[] = [
  { name: 'All', choice: NONE },
  { name: 'In force', choice: { ...NONE, states: ['ACCEPTED'] } },
  { name: 'Proposed', choice: { ...NONE, states: ['PROPOSED'] } },
  { name: 'Waits for me', choice: { ...NONE, waitsForMe: true } },
  { name: 'To revisit', choice: { ...NONE, revisitDue: true } },
];

/** Which of them the filter says; null when it says something else. */
export function presetOf({ states, waitsForMe, revisitDue }: LogFilter): string | null {
  const said = JSON.stringify({ states, waitsForMe, revisitDue });
  return PRESETS.find(({ choice }) => JSON.stringify(choice) === said)?.name ?? null;
}
