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

/** Throws the refusal that a rule answered, or passes on what it allowed. */
export function unlessRefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
