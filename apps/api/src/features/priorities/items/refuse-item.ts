import { type FieldProblem, Refusal, refusePlatform } from '@chapterhouse/domain/refusal';

/** @throws INVALID_INPUT when there are any */
export function refuseProblems(fields: FieldProblem[]): void {
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}

/** Throws the refusal that a rule answered; null lets it pass. */
export function unlessRefused(answer: Refusal | null): void {
  if (answer instanceof Refusal) throw answer;
}
