import { decisionProblems, type DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import { type DecisionForm, inputParts } from './decision-form';

export type FormProblems = Partial<Record<string, string>>;

/** By field; the server says the same again, should somebody come around this. */
export function formProblems(form: DecisionForm): FormProblems {
  const parts = inputParts(form);
  const { options, consequences } = words(parts);
  const found = decisionProblems({
    title: form.title,
    kind: form.kind,
    context: form.context,
    ...(parts.drivers.drivers && { drivers: parts.drivers.drivers }),
    options,
    outcome: form.outcome,
    rationale: form.rationale,
    ...(parts.gains.gains && { gains: parts.gains.gains }),
    ...(parts.givesUp.givesUp && { givesUp: parts.givesUp.givesUp }),
    consequences,
    confirmation: form.confirmation,
    moreInformation: form.moreInformation,
    people: Object.entries(form.people).flatMap(([part, named]) => named.map(({ name }) => ({ part, name }))),
    supersedesIds: form.supersedes.map(({ id }) => id),
    revisitOn: form.revisitOn === '' ? null : form.revisitOn,
  });
  return {
    ...Object.fromEntries(found.map(({ field, problem }) => [field, problem])),
    ...(form.scope === null && { scopeId: 'Choose where it holds.' }),
  };
}

function words(parts: ReturnType<typeof inputParts>): Pick<DecisionWords, 'options' | 'consequences'> {
  return {
    options: (parts.options.options ?? []).map(({ title, description, arguments: list }) => ({
      title,
      description: description ?? '',
      arguments: list ?? [],
    })),
    consequences: parts.consequences.consequences ?? [],
  };
}
