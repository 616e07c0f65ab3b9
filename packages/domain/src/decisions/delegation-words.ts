import { EXCLUSIVE_ROLES, ROLE_TITLES, type Role, type ScopeKind } from '../organization/role.js';
import type { DelegationLevel } from './delegation-levels.js';

/** A scope with its name, as words need it. */
export interface NamedScope {
  kind: ScopeKind;
  name: string;
}

/** Who takes part in a decision, in words, like `the Product Owner of Payments`. */
export interface Party {
  words: string;
  /** Whether the words are a plural: the teams decide, the team decides. */
  many: boolean;
  /** Whether several people answer, each of them for all. */
  oneForAll?: true;
}

/** Roles that several hold at once and whose title says so. */
const MANY: Partial<Record<Role, string>> = {
  DEVELOPER: 'Developers',
  STAKEHOLDER: 'Stakeholders',
  AGILE_COACH: 'Agile Coaches',
  ADMINISTRATOR: 'Administrators',
};

/** The organization needs no name: there is one. */
export function roleParty(role: Role, scope: NamedScope | null): Party {
  const title = MANY[role] ?? ROLE_TITLES[role];
  const words = scope === null || scope.kind === 'ORGANIZATION' ? `the ${title}` : `the ${title} of ${scope.name}`;
  return { words, many: role in MANY, ...(!EXCLUSIVE_ROLES.includes(role) && { oneForAll: true }) };
}

export function teamParty({ kind, name }: NamedScope): Party {
  if (kind === 'ORGANIZATION') return { words: 'all teams', many: true, oneForAll: true };
  return kind === 'TEAM'
    ? { words: `the team ${name}`, many: false, oneForAll: true }
    : { words: `the teams of ${name}`, many: true, oneForAll: true };
}

export function personParty(name: string): Party {
  return { words: name, many: false };
}

/** How decisions are shared; `delegate` null: nobody delegated them. */
export interface SentenceParts {
  level: DelegationLevel;
  accountable: Party;
  delegate: Party | null;
  /** The decision area; absent where one decision is meant. */
  about?: string | undefined;
  vetoHours: number;
  answerHours: number;
}

/** What it means here, in one sentence that a newcomer understands. */
export function delegationSentence({ accountable, delegate, ...parts }: SentenceParts): string {
  if (delegate === null) return capital(`${decides(accountable, parts.about)}: nobody delegated it.`);
  return capital(SENTENCES[parts.level](accountable, delegate, parts));
}

type Terms = Pick<SentenceParts, 'about' | 'vetoHours' | 'answerHours'>;

const SENTENCES: Record<DelegationLevel, (accountable: Party, delegate: Party, terms: Terms) => string> = {
  TELL: (accountable, delegate, { about }) =>
    `${decides(accountable, about)} and ${verb(accountable, 'tell')} ${delegate.words}.`,
  SELL: (accountable, delegate, { about }) =>
    `${decides(accountable, about)}, ${verb(accountable, 'say')} why, and ${verb(accountable, 'tell')} ${delegate.words}.`,
  CONSULT: (accountable, delegate, { about, answerHours }) =>
    `${decides(accountable, about)} after asking ${delegate.words}, who ${verb(delegate, 'have', 'has')} ${workingHours(answerHours)} to advise.`,
  AGREE: (accountable, delegate, { about, answerHours }) =>
    `${accountable.words} and ${delegate.words} decide${aboutWords(about)} together: both must consent, within ${workingHours(answerHours)}${oneForAll(accountable, delegate)}.`,
  ADVISE: (accountable, delegate, { about, answerHours, vetoHours }) =>
    `${decides(delegate, about)} after asking ${accountable.words}, who ${verb(accountable, 'have', 'has')} ${workingHours(answerHours)} to advise${veto(vetoHours, ' and then ')}.`,
  INQUIRE: (accountable, delegate, { about, vetoHours }) =>
    `${decides(delegate, about)} and ${verb(delegate, 'tell')} ${accountable.words}${veto(vetoHours, ', who ')}.`,
  DELEGATE: (_, delegate, { about }) => `${decides(delegate, about)}; nobody needs to be asked or told.`,
};

/** Like `16 working hours`. */
export function workingHours(count: number): string {
  return `${count} working ${count === 1 ? 'hour' : 'hours'}`;
}

export function capital(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}

/** Like `the Product Owner of Payments or the team Payments`. */
export function eitherOf(parties: readonly Party[]): string {
  return parties.map(({ words }) => words).join(' or ');
}

/** Of a side of several people: who consents for it, and what that leaves to the others. */
function oneForAll(...sides: readonly Party[]): string {
  const [first, second] = sides.filter((side) => side.oneForAll);
  if (!first) return '';
  return `; one person of ${second ? 'each' : first.words} consents for all, others may object until it is accepted`;
}

function veto(hours: number, link: string): string {
  return hours === 0 ? '' : `${link}may veto for ${workingHours(hours)}`;
}

function decides(party: Party, about: string | undefined): string {
  return `${party.words} ${verb(party, 'decide')}${aboutWords(about)}`;
}

function aboutWords(about: string | undefined): string {
  return about === undefined ? '' : ` about ${about}`;
}

function verb({ many }: Party, plural: string, singular = `${plural}s`): string {
  return many ? plural : singular;
}
