import { type Check, atMost, day, each, filled, filledLine, oneOf, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

export const DECISION_KINDS = ['PRODUCT', 'ARCHITECTURE', 'PROCESS', 'ORGANIZATION'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISION_KIND_TITLES: Record<DecisionKind, string> = {
  PRODUCT: 'Product',
  ARCHITECTURE: 'Architecture',
  PROCESS: 'Process',
  ORGANIZATION: 'Organization',
};

/** Whether an argument speaks for an option, beside it, or against it. */
export const ARGUMENT_TONES = ['GOOD', 'NEUTRAL', 'BAD'] as const;
export type ArgumentTone = (typeof ARGUMENT_TONES)[number];

export const ARGUMENT_TONE_TITLES: Record<ArgumentTone, string> = { GOOD: 'Good', NEUTRAL: 'Neutral', BAD: 'Bad' };

export const DECISION_PERSON_PARTS = ['DECISION_MAKER', 'CONSULTED', 'INFORMED'] as const;
export type DecisionPersonPart = (typeof DECISION_PERSON_PARTS)[number];

export const DECISION_PERSON_PART_TITLES: Record<DecisionPersonPart, string> = {
  DECISION_MAKER: 'Decision-makers',
  CONSULTED: 'Consulted',
  INFORMED: 'Informed',
};

export interface DecisionArgument {
  tone: ArgumentTone;
  text: string;
}

export interface DecisionOption {
  title: string;
  description: string;
  arguments: DecisionArgument[];
}

/** What a decision says. Once it is decided, none of it changes. */
export interface DecisionWords {
  context: string;
  drivers: string[];
  options: DecisionOption[];
  /** Place in `options`; null where none was chosen, or none is known. */
  chosenOption: number | null;
  outcome: string;
  rationale: string;
  gains: string[];
  givesUp: string[];
  consequences: DecisionArgument[];
  confirmation: string;
  moreInformation: string;
}

export const NO_DECISION_WORDS: DecisionWords = {
  context: '',
  drivers: [],
  options: [],
  chosenOption: null,
  outcome: '',
  rationale: '',
  gains: [],
  givesUp: [],
  consequences: [],
  confirmation: '',
  moreInformation: '',
};

/** Characters. */
export const DECISION_TITLE_LIMIT = 300;
export const DECISION_TEXT_LIMIT = 20_000;
export const DECISION_LINE_LIMIT = 2_000;
export const DECISION_REASON_LIMIT = 5_000;
const PERSON_NAME_LIMIT = 300;
/** How many. */
export const DECISION_LIST_LIMIT = 50;
export const DECISION_OPTION_LIMIT = 20;
export const DECISION_PEOPLE_LIMIT = 200;
export const DECISION_SUPERSEDES_LIMIT = 20;

/** What somebody gave; fields that are missing or null are not checked. Dates are YYYY-MM-DD. */
export interface DecisionInput extends Partial<{ [Field in keyof DecisionWords]: DecisionWords[Field] | undefined }> {
  title?: string | undefined;
  kind?: string | undefined;
  people?: readonly { part: string; name: string }[] | undefined;
  supersedesIds?: readonly string[] | undefined;
  revisitOn?: string | null | undefined;
  /** Of an amendment. */
  text?: string | undefined;
  /** Of rejecting, withdrawing, reverting. */
  reason?: string | undefined;
}

/** What is wrong with the given fields, each with its remedy; empty when nothing is. For INVALID_INPUT. */
export function decisionProblems(input: DecisionInput): FieldProblem[] {
  return [
    ...problemsOf('title', input.title, filledLine('Say in one line what is decided', DECISION_TITLE_LIMIT)),
    ...problemsOf('kind', input.kind, oneOf(DECISION_KINDS)),
    ...problemsOf('context', input.context, atMost(DECISION_TEXT_LIMIT)),
    ...problemsOf('drivers', input.drivers, lines('driver')),
    ...problemsOf('options', input.options, options),
    ...chosenOption(input),
    ...problemsOf('outcome', input.outcome, atMost(DECISION_TEXT_LIMIT)),
    ...problemsOf('rationale', input.rationale, atMost(DECISION_TEXT_LIMIT)),
    ...problemsOf('gains', input.gains, lines('gain')),
    ...problemsOf('givesUp', input.givesUp, lines('thing given up')),
    ...problemsOf('consequences', input.consequences, argumentsOf('consequence')),
    ...problemsOf('confirmation', input.confirmation, atMost(DECISION_TEXT_LIMIT)),
    ...problemsOf('moreInformation', input.moreInformation, atMost(DECISION_TEXT_LIMIT)),
    ...problemsOf('people', input.people, people),
    ...problemsOf('supersedesIds', input.supersedesIds, supersedes),
    ...problemsOf('revisitOn', input.revisitOn, revisitDay),
    ...problemsOf('text', input.text, filled('Write what is to be added', DECISION_TEXT_LIMIT)),
    ...problemsOf('reason', input.reason, filled('Give the reason', DECISION_REASON_LIMIT)),
  ];
}

/** What keeps words from being accepted: they have to say what is decided, by themselves or by the option that is chosen. */
export function acceptanceProblems({
  outcome,
  chosenOption: chosen,
}: Pick<DecisionWords, 'outcome' | 'chosenOption'>): FieldProblem[] {
  return outcome.trim() === '' && chosen === null
    ? [{ field: 'outcome', problem: 'Say what is decided, or choose an option.' }]
    : [];
}

function lines(what: string): Check<readonly string[]> {
  return (values) =>
    values.length > DECISION_LIST_LIMIT
      ? `Give at most ${DECISION_LIST_LIMIT}.`
      : each(filled(`Leave no ${what} empty`, DECISION_LINE_LIMIT))(values);
}

function argumentsOf(what: string): Check<readonly DecisionArgument[]> {
  return (values) => {
    if (values.length > DECISION_LIST_LIMIT) return `Give at most ${DECISION_LIST_LIMIT}.`;
    return each<DecisionArgument>(
      ({ tone, text }) => oneOf(ARGUMENT_TONES)(tone) ?? filled(`Leave no ${what} empty`, DECISION_LINE_LIMIT)(text),
    )(values);
  };
}

const options: Check<readonly DecisionOption[]> = (values) => {
  if (values.length > DECISION_OPTION_LIMIT) return `Compare at most ${DECISION_OPTION_LIMIT} options.`;
  return each<DecisionOption>(
    (option) =>
      filledLine('Give each option a name', DECISION_TITLE_LIMIT)(option.title) ??
      atMost(DECISION_TEXT_LIMIT)(option.description) ??
      argumentsOf('argument')(option.arguments),
  )(values);
};

/** With the options that it is a place in. */
function chosenOption({ chosenOption: place, options: among }: DecisionInput): FieldProblem[] {
  if (place === null || place === undefined) return [];
  const count = among?.length ?? 0;
  const isThere = Number.isInteger(place) && place >= 0 && place < count;
  return isThere ? [] : [{ field: 'chosenOption', problem: 'Choose one of the options that are here.' }];
}

const people: Check<readonly { part: string; name: string }[]> = (values) => {
  if (values.length > DECISION_PEOPLE_LIMIT) return `Name at most ${DECISION_PEOPLE_LIMIT} people.`;
  return each<{ part: string; name: string }>(
    ({ part, name }) =>
      oneOf(DECISION_PERSON_PARTS)(part) ?? filledLine('Choose a person or write a name', PERSON_NAME_LIMIT)(name),
  )(values);
};

const supersedes: Check<readonly string[]> = (ids) =>
  ids.length > DECISION_SUPERSEDES_LIMIT ? `Replace at most ${DECISION_SUPERSEDES_LIMIT} decisions at once.` : null;

const revisitDay: Check<string> = (date) =>
  day(date) ?? (date >= '1900' && date < '2200' ? null : 'Give a day between 1900 and 2199.');
