import { cadenceProblems, type CadenceInput } from '@chapterhouse/domain/cadences/cadence-fields';
import { refusePlatform } from '@chapterhouse/domain/refusal';

/** @throws INVALID_INPUT that names every wrong field with its remedy */
export function refuseCadenceProblems(input: CadenceInput): void {
  const fields = cadenceProblems(input);
  if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
}

/** @throws INVALID_INPUT about one field */
export function refuseField(field: string, problem: string): never {
  throw refusePlatform('INVALID_INPUT', { fields: [{ field, problem }] });
}
