import { type Check, atMost, filledLine, oneOf, problemsOf, wholeNumber } from '../field-checks.js';
import { ROLE_TITLES, ROLES, type Role, type ScopeKind } from '../organization/role.js';
import type { FieldProblem } from '../refusal.js';
import { DELEGATE_KINDS, type Delegate, type DelegateKind, type DelegationCell } from './delegation-cell.js';
import { type AskAnswer, ANSWERS_OF_ASK } from './delegation-flow.js';
import { type AskKind, DELEGATION_LEVELS, type DelegationLevel, LEVEL_RULES } from './delegation-levels.js';
import { ACCOUNTABLE_ROLE } from './delegation-people.js';

/** Working hours where nothing is said: two working days of eight hours. */
export const VETO_HOURS = 16;
export const ANSWER_HOURS = 16;
/** About a quarter of a year: whoever waits longer does not decide. */
const MOST_HOURS = 500;

/** Characters. */
export const DECISION_AREA_NAME_LIMIT = 100;
export const DECISION_AREA_DESCRIPTION_LIMIT = 2_000;
export const BOARD_NOTE_LIMIT = 2_000;
export const ASK_WORDS_LIMIT = 5_000;
export const VETO_REASON_LIMIT = 5_000;
/** Decision areas on one board: more than that is looked up by nobody. */
export const BOARD_CELL_LIMIT = 100;

export function decisionAreaProblems(input: {
  name?: string | null | undefined;
  description?: string | null | undefined;
}): FieldProblem[] {
  return [
    ...problemsOf('name', input.name, areaName),
    ...problemsOf('description', input.description, atMost(DECISION_AREA_DESCRIPTION_LIMIT)),
  ];
}

/** As it is kept: no blanks around it, and one where there were several. */
export function decisionAreaName(given: string): string {
  return given.trim().replaceAll(/\s+/gu, ' ');
}

const areaName: Check<string> = (value) =>
  filledLine('Name what is decided about', DECISION_AREA_NAME_LIMIT)(value) ??
  (/[\p{L}\p{N}]/u.test(value) ? null : 'Name it with at least one letter or digit.');

/** A cell as somebody gave it; ids as in the database. */
export interface CellInput {
  decisionAreaId: string;
  level: DelegationLevel;
  delegateKind: DelegateKind;
  role?: Role | null | undefined;
  personId?: string | null | undefined;
  vetoHours?: number | null | undefined;
  answerHours?: number | null | undefined;
}

/**
 * What is wrong with a board, each with its remedy and the place of its cell; empty when nothing is.
 * @param scope whose board it is
 */
export function boardProblems(
  cells: readonly CellInput[],
  note: string | null | undefined,
  scope: ScopeKind,
): FieldProblem[] {
  return [
    ...problemsOf('note', note, atMost(BOARD_NOTE_LIMIT)),
    ...problemsOf('cells', cells, (given) =>
      given.length > BOARD_CELL_LIMIT ? `Delegate at most ${BOARD_CELL_LIMIT} decision areas on one board.` : null,
    ),
    ...cells.flatMap((cell, index) => cellProblems(cell, `cells.${index}`, scope)),
    ...cells.flatMap(({ decisionAreaId }, index) =>
      cells.findIndex((other) => other.decisionAreaId === decisionAreaId) < index
        ? [{ field: `cells.${index}.decisionAreaId`, problem: 'Choose each decision area once.' }]
        : [],
    ),
  ];
}

function cellProblems(cell: CellInput, field: string, scope: ScopeKind): FieldProblem[] {
  return [
    ...problemsOf(`${field}.level`, cell.level, oneOf(DELEGATION_LEVELS)),
    ...problemsOf(`${field}.delegateKind`, cell.delegateKind, oneOf(DELEGATE_KINDS)),
    ...problemsOf(`${field}.role`, cell.role, oneOf(ROLES)),
    ...(cell.delegateKind === 'ROLE' && !cell.role ? [{ field: `${field}.role`, problem: 'Choose a role.' }] : []),
    ...(cell.delegateKind === 'ROLE' && cell.role === ACCOUNTABLE_ROLE[scope]
      ? [{ field: `${field}.role`, problem: accountableAlready(`The ${ROLE_TITLES[cell.role]}`) }]
      : []),
    ...(cell.delegateKind === 'PERSON' && !cell.personId
      ? [{ field: `${field}.personId`, problem: 'Choose a person.' }]
      : []),
    ...problemsOf(`${field}.vetoHours`, cell.vetoHours, wholeNumber(0, MOST_HOURS)),
    ...problemsOf(`${field}.answerHours`, cell.answerHours, wholeNumber(1, MOST_HOURS)),
    ...(cell.vetoHours && !LEVEL_RULES[cell.level]?.veto
      ? [{ field: `${field}.vetoHours`, problem: 'Only Advise and Inquire leave a veto; give 0 hours.' }]
      : []),
  ];
}

/** Why nobody is trusted with what is theirs anyway. @param who like `The Product Owner` */
export function accountableAlready(who: string): string {
  return `${who} is accountable here already; trust somebody else.`;
}

/** As it is kept, with what nobody said. */
export function cellOf(input: CellInput): DelegationCell {
  const { decisionAreaId, level } = input;
  return {
    decisionAreaId,
    level,
    delegate: delegateOf(input),
    vetoHours: LEVEL_RULES[level].veto ? (input.vetoHours ?? VETO_HOURS) : 0,
    answerHours: input.answerHours ?? ANSWER_HOURS,
  };
}

function delegateOf({ delegateKind, role, personId }: CellInput): Delegate {
  if (delegateKind === 'ROLE' && role) return { kind: 'ROLE', role, personId: null };
  if (delegateKind === 'PERSON' && personId) return { kind: 'PERSON', role: null, personId };
  return { kind: 'TEAM', role: null, personId: null };
}

/** A consent needs no words; an objection does, and advice is nothing but words. */
export function askAnswerProblems(kind: AskKind, answer: AskAnswer, words: string): FieldProblem[] {
  const needed = answer === 'CONSENTED' ? null : WORDS_NEEDED[answer];
  return [
    ...problemsOf('answer', answer, oneOf(ANSWERS_OF_ASK[kind])),
    ...problemsOf('words', words, atMost(ASK_WORDS_LIMIT)),
    ...(needed !== null && words.trim() === '' ? [{ field: 'words', problem: needed }] : []),
  ];
}

const WORDS_NEEDED = {
  OBJECTED: 'Say what would have to change for you to consent.',
  ADVISED: 'Give your advice; "no objections" is one.',
} as const;
