import { goalProblems } from '@chapterhouse/domain/priorities/goal-fields';
import type { GoalFactsFragment, GoalMeasureInput } from '../../../generated/graphql';

/** A measure as it is being typed. */
export type MeasureForm = { name: string; unit: string; baseline: string; target: string; current: string };
/** A goal as it is being written; all of it survives as one draft. */
export type GoalForm = { title: string; description: string; measures: MeasureForm[] };

export const EMPTY_MEASURE: MeasureForm = { name: '', unit: '', baseline: '', target: '', current: '' };
export const EMPTY_GOAL: GoalForm = { title: '', description: '', measures: [EMPTY_MEASURE] };

const text = (number: number | null): string => (number === null ? '' : String(number));

export function formOfGoal({ title, description, measures }: GoalFactsFragment): GoalForm {
  return {
    title,
    description,
    measures: measures.map(({ name, unit, baseline, target, current }) => ({
      name,
      unit,
      baseline: text(baseline),
      target: text(target),
      current: text(current),
    })),
  };
}

const isEmpty = (measure: MeasureForm): boolean => Object.values(measure).every((value) => value.trim() === '');

/** Empty is unknown; NaN is no number. */
function number(typed: string): number | null {
  const plain = typed.trim().replaceAll(/[\s_]/g, '').replace(',', '.');
  return plain === '' ? null : Number(plain);
}

/** As the api takes them; lines without anything are left out. */
export function measuresInput(measures: readonly MeasureForm[]): GoalMeasureInput[] {
  return measures
    .filter((measure) => !isEmpty(measure))
    .map(({ name, unit, baseline, target, current }) => ({
      name: name.trim(),
      unit: unit.trim(),
      baseline: number(baseline),
      target: number(target),
      current: number(current),
    }));
}

export type GoalFormProblems = Partial<Record<string, string>>;

/** By field; the server says the same again, should somebody come around this. */
export function goalFormProblems(form: GoalForm): GoalFormProblems {
  const measures = measuresInput(form.measures).map(({ name, unit, baseline, target, current }) => ({
    name,
    unit: unit ?? '',
    baseline: baseline ?? null,
    target: target ?? null,
    current: current ?? null,
  }));
  const noNumber = measures.some((measure) =>
    [measure.baseline, measure.target, measure.current].some((value) => Number.isNaN(value)),
  );
  const found = goalProblems({ title: form.title, description: form.description, measures });
  return {
    ...Object.fromEntries(found.map(({ field, problem }) => [field, problem])),
    ...(noNumber && { measures: 'Give numbers without words; the unit has a field of its own.' }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A draft; what another release does not know is empty. */
export function readGoalForm(stored: string): GoalForm {
  let form: unknown;
  try {
    form = JSON.parse(stored);
  } catch {
    return EMPTY_GOAL;
  }
  if (!isRecord(form)) return EMPTY_GOAL;
  const { title, description, measures } = form;
  return {
    title: typeof title === 'string' ? title : '',
    description: typeof description === 'string' ? description : '',
    measures: Array.isArray(measures) ? measures.filter(isRecord).map(readMeasure) : EMPTY_GOAL.measures,
  };
}

function readMeasure(stored: Record<string, unknown>): MeasureForm {
  const word = (name: keyof MeasureForm): string => {
    const value = stored[name];
    return typeof value === 'string' ? value : '';
  };
  return {
    name: word('name'),
    unit: word('unit'),
    baseline: word('baseline'),
    target: word('target'),
    current: word('current'),
  };
}
