import type { DependencyInput } from '@chapterhouse/domain/priorities/dependency-fields';
import { dependencyProblems } from '@chapterhouse/domain/priorities/dependency-fields';
import { type FieldProblem, Refusal, refusePlatform } from '@chapterhouse/domain/refusal';

/** @throws INVALID_INPUT naming every field that is wrong */
export function refuseDependencyProblems(input: DependencyInput, ...more: FieldProblem[]): void {
  const fields = [...dependencyProblems(input), ...more];
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}

/** What a rule answered. @throws the refusal */
export function unlessRefused<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw answer;
  return answer;
}
