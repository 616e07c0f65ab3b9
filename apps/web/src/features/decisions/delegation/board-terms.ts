import type { DelegateKind } from '@chapterhouse/domain/decisions/delegation-cell';
import { accountableAlready, ANSWER_HOURS, VETO_HOURS } from '@chapterhouse/domain/decisions/delegation-fields';
import { type DelegationLevel, LEVEL_RULES } from '@chapterhouse/domain/decisions/delegation-levels';
import { ACCOUNTABLE_ROLE } from '@chapterhouse/domain/decisions/delegation-people';
import {
  delegationSentence,
  type NamedScope,
  type Party,
  personParty,
  roleParty,
  teamParty,
} from '@chapterhouse/domain/decisions/delegation-words';
import { type Role, ROLE_TITLES, SCOPES_OF_ROLE } from '@chapterhouse/domain/organization/role';
import type { DelegationBoardFactsFragment, DelegationCellFactsFragment } from '../../../generated/graphql';
import { levelWords } from '../delegation-words';
import type { KnownScope } from '../scopes/use-decision-scopes';

/** What a cell says of one decision area, as it is edited. */
export type CellTerms = {
  level: DelegationLevel;
  kind: DelegateKind;
  role: Role | null;
  person: { id: string; name: string } | null;
  vetoHours: number;
  answerHours: number;
};

export const hasVeto = (level: DelegationLevel): boolean => LEVEL_RULES[level].veto;
export const asks = (level: DelegationLevel): boolean => LEVEL_RULES[level].asks.length > 0;

export function termsOf(cell: DelegationCellFactsFragment): CellTerms {
  const { level, delegate, vetoHours, answerHours } = cell;
  return { level, kind: delegate.kind, role: delegate.role, person: delegate.person, vetoHours, answerHours };
}

/** The same trust at another level; with a level that has a veto comes its usual time. */
export function atLevel(terms: CellTerms | null, level: DelegationLevel): CellTerms {
  const before = terms ?? { level, kind: 'TEAM', role: null, person: null, vetoHours: 0, answerHours: ANSWER_HOURS };
  const kept = terms !== null && hasVeto(terms.level) ? terms.vetoHours : VETO_HOURS;
  return { ...before, level, vetoHours: hasVeto(level) ? kept : 0 };
}

/** Whom it trusts, as short as it fits a note on the board. */
export function delegateTitle({ kind, role, person }: CellTerms, scope: NamedScope): string {
  if (kind === 'TEAM')
    return scope.kind === 'TEAM' ? 'The team' : scope.kind === 'ORGANIZATION' ? 'All teams' : 'The teams';
  if (kind === 'ROLE') return role === null ? 'A role' : ROLE_TITLES[role];
  return person?.name ?? 'A person';
}

/** "5 Advise, Technical Lead" */
export function termsWords(terms: CellTerms, scope: NamedScope): string {
  return `${levelWords(terms.level)}, ${delegateTitle(terms, scope)}`;
}

/** What it means here, while nobody has saved it yet; afterwards the server says it. */
export function sentenceOf(terms: CellTerms, about: string, scope: KnownScope): string {
  const accountable = roleParty(ACCOUNTABLE_ROLE[scope.kind], scope);
  const { level, vetoHours, answerHours } = terms;
  return delegationSentence({ level, accountable, delegate: partyOf(terms, scope), about, vetoHours, answerHours });
}

export function undelegatedSentence(about: string, scope: NamedScope): string {
  const accountable = roleParty(ACCOUNTABLE_ROLE[scope.kind], scope);
  return delegationSentence({ level: 'TELL', accountable, delegate: null, about, vetoHours: 0, answerHours: 0 });
}

function partyOf({ kind, role, person }: CellTerms, scope: KnownScope): Party {
  if (kind === 'TEAM') return teamParty(scope);
  if (kind === 'PERSON') return personParty(person?.name ?? 'a person');
  if (role === null) return { words: 'a role', many: false };
  return roleParty(role, [scope, ...scope.above].find((place) => SCOPES_OF_ROLE[role].includes(place.kind)) ?? null);
}

// As one text, so that a cell is one field of a form: two that say the same are the same text.
type Encoded = [DelegationLevel, DelegateKind, Role | null, string | null, string, number, number];

export function encodeTerms(terms: CellTerms | null): string | null {
  if (terms === null) return null;
  const { level, kind, role, person, vetoHours, answerHours } = terms;
  const encoded: Encoded = [level, kind, role, person?.id ?? null, person?.name ?? '', vetoHours, answerHours];
  return JSON.stringify(encoded);
}

export function decodeTerms(text: unknown): CellTerms | null {
  if (typeof text !== 'string') return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by encodeTerms alone
  const [level, kind, role, id, name, vetoHours, answerHours] = JSON.parse(text) as Encoded;
  return { level, kind, role, person: id === null ? null : { id, name }, vetoHours, answerHours };
}

/** The cells that are this board's own, by decision area. */
export function boardFacts(cells: readonly DelegationCellFactsFragment[]): Record<string, string | null> {
  return Object.fromEntries(
    cells
      .filter(({ inheritedFrom }) => inheritedFrom === null)
      .map((cell) => [cell.decisionArea.id, encodeTerms(termsOf(cell))]),
  );
}

export function inheritedCells(
  board: Pick<DelegationBoardFactsFragment, 'cells'>,
): Map<string, DelegationCellFactsFragment> {
  return new Map(
    board.cells.filter(({ inheritedFrom }) => inheritedFrom !== null).map((cell) => [cell.decisionArea.id, cell]),
  );
}

/** What is missing in a cell of a scope's board, by its field. */
export function termsProblem(
  { kind, role, person }: CellTerms,
  scope: NamedScope,
): { field: 'role' | 'person'; problem: string } | null {
  if (kind === 'ROLE' && role === null) return { field: 'role', problem: 'Choose the role.' };
  if (kind === 'ROLE' && role === ACCOUNTABLE_ROLE[scope.kind])
    return { field: 'role', problem: accountableAlready(`The ${ROLE_TITLES[role]}`) };
  if (kind === 'PERSON' && person === null) return { field: 'person', problem: 'Choose the person.' };
  return null;
}
