import type { CadenceKind, FacilitationMode } from '@chapterhouse/domain/cadences/cadence-kinds';
import { type LocalDateTime, zoneName } from '@chapterhouse/domain/cadences/wall-clock';
import type { Role, ScopeKind } from '@chapterhouse/domain/organization/role';
import { readId, readIds } from '../../platform/graphql/global-id.js';
import { typedText } from '../../platform/graphql/typed-text.js';
import { readScopeId } from '../organization/public.js';
import type { CadenceAudienceInput, CadenceChangesInput, CadenceInput } from './cadence-inputs.graphql.js';

/** Who is invited, by the database's ids. */
export interface GivenAudience {
  roles: Role[];
  personIds: string[];
}

/** A series as somebody planned it. Ids are the database's, texts as they will be stored. */
export interface GivenCadence {
  kind: CadenceKind;
  name: string;
  scopeKind: ScopeKind;
  scopeId: string;
  chapterId: string | null;
  communityId: string | null;
  rule: string | null;
  startsAt: LocalDateTime;
  timeZone: string;
  minutes: number;
  place: string;
  agenda: string;
  facilitation: FacilitationMode;
  facilitatorId: string | null;
  rotaPersonIds: string[];
  audience: GivenAudience;
}

/** What is not given stays. */
export interface GivenChanges {
  name?: string;
  /** Null: takes place once. */
  rule?: string | null;
  startsAt?: LocalDateTime;
  timeZone?: string;
  minutes?: number;
  place?: string;
  agenda?: string;
  facilitation?: FacilitationMode;
  facilitatorId?: string | null;
  rotaPersonIds?: string[];
  audience?: GivenAudience;
  /** Null: for ever. */
  endsBefore?: string | null;
}

/** @throws NOT_FOUND for ids of something else */
export function readCadence(input: CadenceInput): GivenCadence {
  return {
    kind: input.kind,
    name: typedText(input.name),
    scopeKind: input.scopeKind,
    scopeId: readScopeId(input.scopeKind, input.scopeId),
    chapterId: input.chapterId ? readId('Chapter', input.chapterId) : null,
    communityId: input.communityId ? readId('Community', input.communityId) : null,
    rule: ruleText(input.rule),
    startsAt: input.startsAt,
    timeZone: zoneName(input.timeZone),
    minutes: input.minutes,
    place: typedText(input.place ?? ''),
    agenda: typedText(input.agenda ?? ''),
    facilitation: input.facilitation,
    facilitatorId: input.facilitatorId ? readId('Person', input.facilitatorId) : null,
    rotaPersonIds: readIds('Person', input.rotaPersonIds ?? []),
    audience: readAudience(input.audience),
  };
}

/** @throws NOT_FOUND for ids of something else */
export function readChanges(input: CadenceChangesInput): GivenChanges {
  const { name, rule, startsAt, timeZone, minutes, place, agenda, facilitation, facilitatorId, endsBefore } = input;
  return {
    ...(isGiven(name) && { name: typedText(name) }),
    ...(rule !== undefined && { rule: ruleText(rule) }),
    ...(isGiven(startsAt) && { startsAt }),
    ...(isGiven(timeZone) && { timeZone: zoneName(timeZone) }),
    ...(isGiven(minutes) && { minutes }),
    ...(place !== undefined && { place: typedText(place ?? '') }),
    ...(agenda !== undefined && { agenda: typedText(agenda ?? '') }),
    ...(isGiven(facilitation) && { facilitation }),
    ...(facilitatorId !== undefined && { facilitatorId: facilitatorId ? readId('Person', facilitatorId) : null }),
    ...(isGiven(input.rotaPersonIds) && { rotaPersonIds: readIds('Person', input.rotaPersonIds) }),
    ...(isGiven(input.audience) && { audience: readAudience(input.audience) }),
    ...(endsBefore !== undefined && { endsBefore }),
  };
}

function readAudience({ roles, personIds }: CadenceAudienceInput): GivenAudience {
  return { roles: [...new Set(roles)], personIds: [...new Set(readIds('Person', personIds))].sort() };
}

/** An empty rule is none. */
function ruleText(rule: string | null | undefined): string | null {
  const text = typedText(rule ?? '');
  return text === '' ? null : text;
}

function isGiven<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
