import {
  acceptanceProblems,
  type DecisionInput,
  decisionProblems,
  type DecisionWords,
} from '@chapterhouse/domain/decisions/decision-fields';
import { Refusal, refusePlatform } from '@chapterhouse/domain/refusal';

/** @throws INVALID_INPUT that names every wrong field with its remedy */
export function refuseDecisionProblems(input: DecisionInput): void {
  const fields = decisionProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT for words that decide nothing */
export function refuseWithoutOutcome(words: DecisionWords): void {
  const fields = acceptanceProblems(words);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}

/**
 * A day to look again that is set lies ahead, or is today: one that has gone by would be due at once.
 * @param days YYYY-MM-DD; what is not set, or stays, may lie in the past @throws INVALID_INPUT
 */
export function refusePastRevisit(days: { from: string | null; to: string | null; today: string }): void {
  const { from, to, today } = days;
  if (to !== null && to !== from && to < today)
    refuseField('revisitOn', 'This day has gone by: choose one that lies ahead, or leave it empty.');
}

/** Throws the refusal that a rule answered, or passes on what it allowed. */
export function unlessRefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
