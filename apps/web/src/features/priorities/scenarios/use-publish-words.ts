import { useDraft } from '../../../platform/drafts/use-draft';
import type { DecisionWords } from './publish-words';

export const DECISION_FIELDS = ['title', 'context', 'outcome', 'rationale', 'gains', 'givesUp'];

/** What is written over what was begun; only what somebody changed is kept as a draft. */
export function usePublishWords(scenarioId: string, begun: DecisionWords) {
  const [stored, store, clear, draft] = useDraft(`scenario-publish:${scenarioId}`);
  const typed = readTyped(stored);
  return {
    words: { ...begun, ...typed },
    set: (part: Partial<DecisionWords>) => store(JSON.stringify({ ...typed, ...part })),
    clear,
    draft,
  };
}

function readTyped(stored: string): Partial<DecisionWords> {
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== 'object' || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter(([field, text]) => DECISION_FIELDS.includes(field) && typeof text === 'string'),
    );
  } catch {
    return {};
  }
}

/** What is still missing, by field. */
export function publishProblems({
  title,
  outcome,
  rationale,
}: DecisionWords): Partial<Record<keyof DecisionWords, string>> {
  return {
    ...(title.trim() === '' && { title: 'Say in a line what is decided.' }),
    ...(outcome.trim() === '' && { outcome: 'Say what changes.' }),
    ...(rationale.trim() === '' && { rationale: 'Say why, so that everybody can read it.' }),
  };
}
