import { impedimentProblems, type ImpedimentInput } from '@chapterhouse/domain/impediments/impediment-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';

/** @throws INVALID_INPUT that names every wrong field with its remedy */
export function refuseProblems(input: ImpedimentInput): void {
  const fields = impedimentProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
