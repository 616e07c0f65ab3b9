import { DECISION_KINDS } from '@chapterhouse/domain/decisions/decision-fields';
import { STATUS_TARGETS, type StatusTarget } from '@chapterhouse/domain/decisions/adr-status';
import { type DecisionChoices, OWNER_TARGETS } from '@chapterhouse/domain/imports/decision-mapping';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number => (typeof value === 'number' ? value : 0);
const target = (value: unknown): StatusTarget => STATUS_TARGETS.find((one) => one === value) ?? 'SKIP';

function listOf<T>(choices: unknown, name: string, read: (entry: Record<string, unknown>) => T): T[] {
  const list: unknown = isRecord(choices) ? choices[name] : null;
  return Array.isArray(list) ? list.filter(isRecord).map(read) : [];
}

/** Reads `choices` of an import of decision records; a part that is missing counts as none. */
export function decisionChoicesOf(choices: unknown): DecisionChoices {
  return {
    statuses: listOf(choices, 'statuses', (entry) => ({
      name: text(entry['name']),
      count: count(entry['count']),
      known: entry['known'] === true,
      usual: target(entry['usual']),
    })),
    owners: listOf(choices, 'owners', (entry) => ({ name: text(entry['name']), count: count(entry['count']) })),
    states: STATUS_TARGETS,
    ownerTargets: OWNER_TARGETS,
    kinds: DECISION_KINDS,
  };
}
