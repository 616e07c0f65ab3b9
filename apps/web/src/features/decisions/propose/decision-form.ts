import {
  type DecisionArgument,
  type DecisionKind,
  type DecisionPersonPart,
  DECISION_PERSON_PARTS,
} from '@chapterhouse/domain/decisions/decision-fields';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import type { DecisionRecordFragment, ProposeDecisionInput } from '../../../generated/graphql';
import { linkInput, type Touched } from '../touched/touched';

export type Named = { id: string; name: string };
export type FormScope = Named & { kind: ScopeKind };
/** Somebody of the organization, or a name only. */
export type NamedPerson = { id: string | null; name: string };
export type Replaced = { id: string; key: string; title: string };

/** Arguments as they are written: one a line, by tone. */
export type TonedLines = { good: string; neutral: string; bad: string };
export type OptionForm = TonedLines & { title: string; description: string };

/** What somebody writes of a decision, as the fields show it. Lists are texts with one entry a line. */
export type DecisionForm = {
  title: string;
  kind: DecisionKind;
  scope: FormScope | null;
  decisionAreaId: string;
  context: string;
  drivers: string;
  options: OptionForm[];
  chosenOption: number | null;
  outcome: string;
  rationale: string;
  gains: string;
  givesUp: string;
  consequences: TonedLines;
  confirmation: string;
  moreInformation: string;
  people: Record<DecisionPersonPart, NamedPerson[]>;
  revisitOn: string;
  supersedes: Replaced[];
  links: Touched[];
};
export type FormField = keyof DecisionForm;

const NO_LINES: TonedLines = { good: '', neutral: '', bad: '' };
export const NEW_OPTION: OptionForm = { title: '', description: '', ...NO_LINES };

export const EMPTY_FORM: DecisionForm = {
  title: '',
  kind: 'PRODUCT',
  scope: null,
  decisionAreaId: '',
  context: '',
  drivers: '',
  options: [],
  chosenOption: null,
  outcome: '',
  rationale: '',
  gains: '',
  givesUp: '',
  consequences: NO_LINES,
  confirmation: '',
  moreInformation: '',
  people: { DECISION_MAKER: [], CONSULTED: [], INFORMED: [] },
  revisitOn: '',
  supersedes: [],
  links: [],
};

/** One entry a line; the marks of a list, pasted from elsewhere, are no part of the words. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/u, '').trim())
    .filter((line) => line !== '');
}

const asLines = (entries: readonly string[]): string => entries.map((one) => one.replaceAll('\n', ' ')).join('\n');

function tonedLines(list: readonly DecisionArgument[]): TonedLines {
  const of = (tone: DecisionArgument['tone']) =>
    asLines(list.filter((one) => one.tone === tone).map(({ text }) => text));
  return { good: of('GOOD'), neutral: of('NEUTRAL'), bad: of('BAD') };
}

function argumentsOf({ good, neutral, bad }: TonedLines): DecisionArgument[] {
  return [
    ...linesOf(good).map((text) => ({ tone: 'GOOD' as const, text })),
    ...linesOf(neutral).map((text) => ({ tone: 'NEUTRAL' as const, text })),
    ...linesOf(bad).map((text) => ({ tone: 'BAD' as const, text })),
  ];
}

/** What was saved, as its form shows it. Its links are changed where they are shown, not here. */
export function formOf(decision: DecisionRecordFragment): DecisionForm {
  const { title, kind, scope, decisionArea, context, chosenOption, outcome, rationale, confirmation } = decision;
  const named = (part: DecisionPersonPart): NamedPerson[] =>
    decision.people
      .filter((one) => one.part === part)
      .map(({ name, person }) => ({ id: person?.id ?? null, name: person?.name ?? name }));
  return {
    title,
    kind,
    scope: { kind: scope.kind, id: scope.id, name: scope.name },
    decisionAreaId: decisionArea?.id ?? '',
    context,
    drivers: asLines(decision.drivers),
    options: decision.options.map((option) => ({
      title: option.title,
      description: option.description,
      ...tonedLines(option.arguments),
    })),
    chosenOption,
    outcome,
    rationale,
    gains: asLines(decision.gains),
    givesUp: asLines(decision.givesUp),
    consequences: tonedLines(decision.consequences),
    confirmation,
    moreInformation: decision.moreInformation,
    people: { DECISION_MAKER: named('DECISION_MAKER'), CONSULTED: named('CONSULTED'), INFORMED: named('INFORMED') },
    revisitOn: decision.revisitOn ?? '',
    supersedes: decision.supersedes.map(({ id, key, title: name }) => ({ id, key, title: name })),
    links: [],
  };
}

const isWritten = ({ title, description, good, neutral, bad }: OptionForm): boolean =>
  [title, description, good, neutral, bad].some((text) => text.trim() !== '');

/** As the api takes it, each part apart, so that an edit sends only what was changed. Null without a place. */
export function inputParts(form: DecisionForm): Record<FormField, Partial<ProposeDecisionInput>> {
  const { scope, supersedes, links, revisitOn, decisionAreaId } = form;
  const written = form.options.filter(isWritten);
  const chosen = form.chosenOption === null ? undefined : form.options[form.chosenOption];
  const place = chosen === undefined ? -1 : written.indexOf(chosen);
  const choice = { chosenOption: place === -1 ? null : place };
  const options = written.map((option) => ({
    title: option.title.trim(),
    description: option.description.trim(),
    arguments: argumentsOf(option),
  }));
  return {
    title: { title: form.title.trim() },
    kind: { kind: form.kind },
    scope: scope === null ? {} : { scopeKind: scope.kind, scopeId: scope.id },
    decisionAreaId: { decisionAreaId: decisionAreaId === '' ? null : decisionAreaId },
    context: { context: form.context.trim() },
    drivers: { drivers: linesOf(form.drivers) },
    // The chosen one is a place among them.
    options: { options, ...choice },
    chosenOption: { options, ...choice },
    outcome: { outcome: form.outcome.trim() },
    rationale: { rationale: form.rationale.trim() },
    gains: { gains: linesOf(form.gains) },
    givesUp: { givesUp: linesOf(form.givesUp) },
    consequences: { consequences: argumentsOf(form.consequences) },
    confirmation: { confirmation: form.confirmation.trim() },
    moreInformation: { moreInformation: form.moreInformation.trim() },
    people: {
      people: DECISION_PERSON_PARTS.flatMap((part) =>
        form.people[part].map(({ id, name }) => (id === null ? { part, name } : { part, personId: id })),
      ),
    },
    revisitOn: { revisitOn: revisitOn === '' ? null : revisitOn },
    supersedes: { supersedesIds: supersedes.map(({ id }) => id) },
    links: { links: links.map(linkInput) },
  };
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly these keys
export const FORM_FIELDS = Object.keys(EMPTY_FORM) as FormField[];
