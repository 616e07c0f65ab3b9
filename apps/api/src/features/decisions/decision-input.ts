import type {
  DecisionKind,
  DecisionOption,
  DecisionPersonPart,
  DecisionWords,
} from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { readId, readIds } from '../../platform/graphql/global-id.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import { readScopeId } from '../organization/public.js';
import type { EditDecisionInput, ProposeDecisionInput } from './decision-inputs.graphql.js';

/** What somebody gave of a decision; undefined was left out. Ids are the database's, texts as they will be stored. */
export interface GivenDecision {
  title: string | undefined;
  kind: DecisionKind | undefined;
  scope: DecisionScope | undefined;
  /** Null: of none. */
  decisionAreaId: string | null | undefined;
  words: Partial<DecisionWords>;
  people: GivenPerson[] | undefined;
  supersedes: string[] | undefined;
  /** YYYY-MM-DD; null: never. */
  revisitOn: string | null | undefined;
}

/** Either somebody here, or a name. */
export interface GivenPerson {
  part: DecisionPersonPart;
  personId: string | null;
  name: string;
}

/** @throws NOT_FOUND for ids that are of another kind of thing, INVALID_INPUT for half a scope */
export function readDecision(input: ProposeDecisionInput | EditDecisionInput): GivenDecision {
  const { title, kind, scopeKind, scopeId, decisionAreaId, people, supersedesIds, revisitOn } = input;
  return {
    title: textIfGiven(title),
    kind: kind ?? undefined,
    scope: scopeOf(scopeKind, scopeId),
    decisionAreaId: typeof decisionAreaId === 'string' ? readId('DecisionArea', decisionAreaId) : decisionAreaId,
    words: wordsOf(input),
    people: people?.map(({ part, personId, name }) => ({
      part,
      personId: personId ? readId('Person', personId) : null,
      name: typedText(name ?? ''),
    })),
    supersedes: supersedesIds ? [...new Set(readIds('Decision', supersedesIds))].sort() : undefined,
    revisitOn,
  };
}

function scopeOf(kind: ScopeKind | null | undefined, id: string | null | undefined): DecisionScope | undefined {
  if (kind && id) return { kind, id: readScopeId(kind, id) };
  if (!kind && !id) return undefined;
  const problem = 'Give the kind of scope and which one together.';
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: kind ? 'scopeId' : 'scopeKind', problem }] });
}

function wordsOf(input: ProposeDecisionInput | EditDecisionInput): Partial<DecisionWords> {
  const { options, chosenOption, consequences } = input;
  const words: { [Field in keyof DecisionWords]: DecisionWords[Field] | undefined } = {
    context: textIfGiven(input.context),
    drivers: input.drivers?.map(typedText),
    options: options?.map((option): DecisionOption => ({
      title: typedText(option.title),
      description: typedText(option.description ?? ''),
      arguments: (option.arguments ?? []).map(({ tone, text }) => ({ tone, text: typedText(text) })),
    })),
    chosenOption,
    outcome: textIfGiven(input.outcome),
    rationale: textIfGiven(input.rationale),
    gains: input.gains?.map(typedText),
    givesUp: input.givesUp?.map(typedText),
    consequences: consequences?.map(({ tone, text }) => ({ tone, text: typedText(text) })),
    confirmation: textIfGiven(input.confirmation),
    moreInformation: textIfGiven(input.moreInformation),
  };
  return onlyGiven(words);
}

function textIfGiven(text: string | null | undefined): string | undefined {
  return text === null || text === undefined ? undefined : typedText(text);
}

function onlyGiven(words: {
  [Field in keyof DecisionWords]: DecisionWords[Field] | undefined;
}): Partial<DecisionWords> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}
