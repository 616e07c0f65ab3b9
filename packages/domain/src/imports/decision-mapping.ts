import type { AdrDocument } from '../decisions/adr-document.js';
import { knownStatus, STATUS_TARGETS, type StatusTarget, usualStatus } from '../decisions/adr-status.js';
import { DECISION_KINDS, type DecisionKind } from '../decisions/decision-fields.js';
import { MappingReader } from './mapping-reader.js';

/** Where a group that a file names is here: the place of that name, the organization, or one of that kind, made where there is none. */
export const OWNER_TARGETS = ['MATCH', 'ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM'] as const;
export type OwnerTarget = (typeof OWNER_TARGETS)[number];

/** One of `OWNER_TARGETS`, or the id of a place as clients know it. */
export type PlaceChoice = string;

export interface DecisionMapping {
  /** Names the repository: files of two that have the same path are two. */
  source: string;
  kind: DecisionKind;
  /** By the status as it is written, in small letters; empty for files that say none. */
  statuses: Record<string, StatusTarget>;
  /** Of files that name no owner. */
  scope: PlaceChoice;
  owners: Record<string, PlaceChoice>;
  otherOwners: PlaceChoice;
  /** In which places are made. */
  productName: string;
}

export interface DecisionChoices {
  statuses: { name: string; count: number; known: boolean; usual: StatusTarget }[];
  states: readonly StatusTarget[];
  owners: { name: string; count: number }[];
  ownerTargets: readonly OwnerTarget[];
  kinds: readonly DecisionKind[];
}

const PLACE_ID = /^(?:Product|Area|Team)_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What the files offer to the mapping. */
export function decisionChoices(documents: readonly AdrDocument[]): DecisionChoices {
  const others = documents.filter(({ kept }) => kept === null);
  return {
    statuses: counted(others.map(({ status }) => status)).map(({ name, count }) => ({
      name,
      count,
      // Without a status a decision that says what was decided has been.
      known: name !== '' && knownStatus(name) !== undefined,
      usual: name === '' ? 'ACCEPTED' : usualStatus(name),
    })),
    states: STATUS_TARGETS,
    owners: counted(others.flatMap(({ owner }) => owner ?? [])),
    ownerTargets: OWNER_TARGETS,
    kinds: DECISION_KINDS,
  };
}

/** Which repository the files are of, as it is said; the rest of the mapping may depend on it. */
export function sourceOf(mapping: unknown, usualSource: string): string {
  return new MappingReader(mapping).text('source', usualSource);
}

/**
 * The mapping with what is missing filled in: as it was for the same source before, else as usual. Wrong values are named in
 * `problems`; those of before count as missing.
 * @param before as it was applied last
 */
export function readDecisionMapping(
  mapping: unknown,
  choices: DecisionChoices,
  usualSource: string,
  before?: unknown,
): { mapping: DecisionMapping; problems: MappingReader['problems'] } {
  const usual = before === undefined ? undefined : readDecisionMapping(before, choices, usualSource).mapping;
  const reader = new MappingReader(mapping);
  const statuses = reader.inside('statuses');
  const owners = reader.inside('owners');
  const otherOwners = placeIn(reader, 'otherOwners', usual?.otherOwners ?? 'MATCH', OWNER_TARGETS);
  const isOfAll = reader.names().includes('otherOwners');
  const ownerUsually = (name: string): PlaceChoice => (isOfAll ? undefined : usual?.owners[name]) ?? otherOwners;
  return {
    mapping: {
      source: reader.text('source', usualSource),
      kind: reader.choice('kind', DECISION_KINDS, usual?.kind ?? 'ARCHITECTURE'),
      statuses: Object.fromEntries(
        choices.statuses.map(({ name, usual: target }) => [
          name,
          statuses.choice(name, STATUS_TARGETS, usual?.statuses[name] ?? target),
        ]),
      ),
      scope: placeIn(reader, 'scope', usual?.scope ?? 'ORGANIZATION', ['ORGANIZATION']),
      owners: Object.fromEntries(
        choices.owners.map(({ name }) => [name, placeIn(owners, name, ownerUsually(name), OWNER_TARGETS)]),
      ),
      otherOwners,
      productName: reader.text('productName', usual?.productName ?? 'Imported'),
    },
    problems: reader.problems,
  };
}

function placeIn(
  reader: MappingReader,
  name: string,
  usual: PlaceChoice,
  targets: readonly OwnerTarget[],
): PlaceChoice {
  const value = reader.text(name, usual);
  if (PLACE_ID.test(value)) return value;
  return reader.choice(name, [...targets, usual], usual);
}

function counted(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
}
