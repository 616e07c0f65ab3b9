import type { DecisionKind, DecisionPersonPart, DecisionWords } from './decision-fields.js';
import type { DecisionLinkKind } from './decision-links.js';
import type { DecisionState } from './decision-state.js';
import type { DecisionScope, FrozenDelegation } from './delegation-cell.js';
import type { AskAnswer } from './delegation-flow.js';
import type { AskKind, DecisionSide } from './delegation-levels.js';

/** What is put on the record: each step out of PROPOSED, each later one, each amendment. */
export const DECISION_RECORD_KINDS = [
  'ACCEPTED',
  'REJECTED',
  'WITHDRAWN',
  'VETOED',
  'SUPERSEDED',
  'REINSTATED',
  'REVERTED',
  'AMENDED',
] as const;
export type DecisionRecordKind = (typeof DECISION_RECORD_KINDS)[number];

/** The kinds that hold all words: the first record of a decision is one of them. */
export const DECIDING_KINDS = ['ACCEPTED', 'REJECTED', 'WITHDRAWN'] as const satisfies readonly DecisionRecordKind[];
export type DecidingKind = (typeof DECIDING_KINDS)[number];

/** All of a decision that never changes once it is decided. Ids are the database's, moments ISO text. */
export interface FrozenDecision {
  number: number;
  title: string;
  kind: DecisionKind;
  scope: DecisionScope;
  decisionAreaId: string | null;
  words: DecisionWords;
  people: { part: DecisionPersonPart; personId: string | null; name: string }[];
  /** What it replaces, or was meant to; sorted. */
  supersedes: string[];
  delegation: FrozenDelegation | null;
  proposedBy: string | null;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  vetoEndsAt: string | null;
  closeReason: string;
  importIdentity: string | null;
  /** In the order in which they were asked for; missing in records of format 1, and of what files told. */
  answers?: RecordedAnswer[];
  /** What it was decided about, the earliest first; missing in records of formats 1 and 2. */
  links?: RecordedLink[];
}

/** A link that was there when it was decided, as it is kept: without the names that things have elsewhere. */
export interface RecordedLink {
  id: string;
  kind: DecisionLinkKind;
  /** Of an impediment, team, area or product. */
  thingId: string | null;
  /** Of an item. */
  key: string | null;
  url: string | null;
  title: string;
  by: string | null;
  at: string;
}

/** A consent, an objection or an advice as it stood when the decision was made. */
export interface RecordedAnswer {
  kind: AskKind;
  side: DecisionSide;
  answer: AskAnswer;
  words: string;
  by: string | null;
  for: string | null;
  at: string;
}

/** Of a veto, of being superseded and back in force, of being reverted. */
export type RecordedEnding = RecordedVeto | RecordedSuperseding | RecordedReinstating | RecordedReverting;

export interface RecordedVeto {
  record: 'VETOED';
  by: string | null;
  for: string | null;
  at: string | null;
  reason: string;
}

export interface RecordedSuperseding {
  record: 'SUPERSEDED';
  by: string | null;
}

/** In force again, since what had replaced it was vetoed, or reverted while it could be. */
export interface RecordedReinstating {
  record: 'REINSTATED';
  /** What had replaced it. */
  after: string;
}

export interface RecordedReverting {
  record: 'REVERTED';
  reason: string;
}

export interface RecordedAmendment {
  record: 'AMENDED';
  number: number;
  text: string;
  by: string | null;
  at: string;
}

/** The first record of a decision: all that was decided. */
export interface RecordedDecision extends FrozenDecision {
  record: DecidingKind;
}

export type Recorded = RecordedDecision | RecordedEnding | RecordedAmendment;

/**
 * The content of one record; it is kept, and hashed, as the text that it was written as. Format 2 holds what was answered,
 * format 3 also the links of then.
 */
export type DecisionRecordContent = { format: 1 | 2 | 3; decisionId: string } & Recorded;

/** The text of a record; who reads it later parses it: the order of fields is of the hash only. */
export function recordText(decisionId: string, recorded: Recorded): string {
  const format: DecisionRecordContent['format'] = 'links' in recorded ? 3 : 'answers' in recorded ? 2 : 1;
  return JSON.stringify({ format, decisionId, ...recorded });
}

/** A decision as its rows say, without what may change freely. */
export interface PresentDecision {
  state: DecisionState;
  frozen: FrozenDecision;
  veto: Omit<RecordedVeto, 'record'>;
  supersededBy: string | null;
  revertReason: string;
  amendments: Omit<RecordedAmendment, 'record'>[];
}

/**
 * Where a decision says something else than its records, in sentences; empty where they agree.
 * @param records of this decision, in order
 */
export function departures(present: PresentDecision, records: readonly DecisionRecordContent[]): string[] {
  const state = stateTold(records);
  if (records.length === 0)
    return present.state === 'PROPOSED' ? [] : [`It is ${present.state} and nothing of it is on the record.`];
  const first = records[0];
  const found: string[] = [];
  if (first === undefined || !isDeciding(first)) return ['Its first record does not say what was decided.'];
  if (state !== present.state) found.push(`It is ${present.state}; its records say ${state}.`);
  for (const field of FROZEN_FIELDS)
    if (isOnRecord(field, first) && !isAsRecorded(field, present.frozen, first))
      found.push(`Its ${WORDS[field]} is not what was decided.`);
  return [
    ...found,
    ...standing(records.slice(1)).flatMap((record) => departure(present, record)),
    ...unrecorded(present, records),
  ];
}

const WORDS: Record<keyof FrozenDecision, string> = {
  number: 'number',
  title: 'title',
  kind: 'kind',
  scope: 'scope',
  decisionAreaId: 'decision area',
  words: 'wording',
  people: 'list of people',
  supersedes: 'list of what it replaces',
  delegation: 'delegation',
  proposedBy: 'proposer',
  proposedAt: 'time of proposal',
  decidedBy: 'decider',
  decidedAt: 'time of decision',
  vetoEndsAt: 'end of veto',
  closeReason: 'reason',
  importIdentity: 'origin',
  answers: 'list of consents and advice',
  links: 'list of what it touches',
};

const FROZEN_FIELDS = Object.keys(WORDS).filter((field): field is keyof FrozenDecision => field in WORDS);

/** What earlier formats left out. */
function isOnRecord(field: keyof FrozenDecision, first: RecordedDecision): boolean {
  return (field !== 'answers' && field !== 'links') || first[field] !== undefined;
}

function isAsRecorded(field: keyof FrozenDecision, present: FrozenDecision, first: RecordedDecision): boolean {
  if (field !== 'links') return isSame(present[field], first[field]);
  const [now, then] = [present.links ?? [], first.links ?? []];
  const decidedAt = Date.parse(first.decidedAt ?? first.proposedAt);
  // One of the very moment in which it was decided may have come right after it.
  const kept = now.filter(({ id, at }) => then.some((link) => link.id === id) || Date.parse(at) < decidedAt);
  return isSame(kept, then);
}

function isDeciding(content: Recorded): content is RecordedDecision {
  return DECIDING_KINDS.some((kind) => kind === content.record);
}

/**
 * Without what was taken back: being superseded, where it was reinstated right after it. What a file told of as superseded
 * by nothing that was there, and by what only later, ended once.
 */
function standing<Record extends Recorded>(records: readonly Record[]): Record[] {
  const left: Record[] = [];
  for (const record of records) {
    const last = left.findLastIndex((one) => one.record !== 'AMENDED');
    const before: Recorded | undefined = left[last];
    if (record.record === 'REINSTATED' && before?.record === 'SUPERSEDED' && before.by === record.after)
      left.splice(last, 1);
    else if (record.record === 'SUPERSEDED' && before?.record === 'SUPERSEDED' && before.by === null)
      left.splice(last, 1, record);
    else left.push(record);
  }
  return left;
}

/** The state after all of the records; what cannot be is told as it is. */
function stateTold(records: readonly Recorded[]): string {
  const steps = standing(records).filter(({ record }) => record !== 'AMENDED');
  const [first, second] = steps;
  const isPossible =
    second === undefined || (steps.length === 2 && first?.record === 'ACCEPTED' && !isDeciding(second));
  return isPossible ? (steps.at(-1)?.record ?? 'PROPOSED') : steps.map(({ record }) => record).join(', then ');
}

function departure(present: PresentDecision, record: Recorded): string[] {
  switch (record.record) {
    case 'VETOED': {
      const { by, for: instead, at, reason } = record;
      return isSame(present.veto, { by, for: instead, at, reason }) ? [] : ['Its veto is not what was recorded.'];
    }
    case 'SUPERSEDED':
      return present.supersededBy === record.by ? [] : ['What superseded it is not what was recorded.'];
    case 'REVERTED':
      return present.revertReason === record.reason ? [] : ['Why it was reverted is not what was recorded.'];
    case 'AMENDED': {
      const { number, text, by, at } = record;
      const now = present.amendments.find((amendment) => amendment.number === number);
      return isSame(now, { number, text, by, at }) ? [] : [`Its amendment ${number} is not what was recorded.`];
    }
    default:
      return [];
  }
}

function unrecorded({ amendments }: PresentDecision, records: readonly Recorded[]): string[] {
  const recorded = new Set(records.flatMap((record) => (record.record === 'AMENDED' ? [record.number] : [])));
  return amendments.flatMap(({ number }) =>
    recorded.has(number) ? [] : [`Its amendment ${number} is not on the record.`],
  );
}

/** Equal as JSON, whatever the order of fields: the database keeps no order in some of its columns. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [Object.entries(one), new Map(Object.entries(other))];
  return ones.length === others.size && ones.every(([key, value]) => others.has(key) && isSame(value, others.get(key)));
}
