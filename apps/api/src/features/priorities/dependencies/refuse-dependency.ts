import { endedEnd } from '@chapterhouse/domain/priorities/dependency-conflicts';
import { type DependencyInput, dependencyProblems } from '@chapterhouse/domain/priorities/dependency-fields';
import { refuseDependency } from '@chapterhouse/domain/priorities/dependency-refusals';
import { type FieldProblem, Refusal, refusePlatform } from '@chapterhouse/domain/refusal';
import type { DependencyRow } from './dependency-row.js';

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

/** @throws DEPENDENCY_ITEM_ENDED where an item at one of its ends is no more: nothing is promised or asked between them then */
export function refuseEnded(ends: Pick<DependencyRow, 'consumer' | 'provider'>): void {
  const ended = endedEnd(ends);
  if (ended !== null) throw refuseDependency('DEPENDENCY_ITEM_ENDED', { key: ended.key, state: ended.state });
}
