import { cadenceProblems } from '@chapterhouse/domain/cadences/cadence-fields';
import { type CadenceForm, startOf } from './cadence-form';
import { ruleProblem } from './rule-form';

export type FormProblems = Partial<Record<string, string>>;

/** By field; the server says the same again, should somebody come around this. */
export function formProblems(form: CadenceForm, needsTurns: boolean): FormProblems {
  const dated = form.startsOn !== '' && form.startsTime !== '';
  const found = cadenceProblems({
    kind: form.kind,
    name: form.name,
    timeZone: form.timeZone,
    ...(dated && { startsAt: startOf(form) }),
    minutes: /^\d+$/.test(form.minutes) ? Number(form.minutes) : 0,
    place: form.where,
    agenda: form.agenda,
    facilitation: form.facilitation,
    roles: form.roles,
    personIds: form.people.map(({ id }) => id),
    rotaPersonIds: form.takesTurns.map(({ id }) => id),
  });
  const rule = dated ? ruleProblem(form.rule, { startsAt: startOf(form), timeZone: form.timeZone }) : null;
  return {
    ...Object.fromEntries(found.map(({ field, problem }) => [field, problem])),
    ...(!dated && { startsAt: 'Give a day and a time.' }),
    ...(rule !== null && { rule }),
    ...(form.whose === null && { scopeId: 'Choose whose meeting it is.' }),
    ...(form.facilitation === 'ROTA' &&
      needsTurns &&
      form.takesTurns.length === 0 && { rotaPersonIds: 'Name who takes turns.' }),
    ...(form.facilitation === 'FIXED' && form.facilitator === null && { facilitatorId: 'Name who facilitates.' }),
  };
}
