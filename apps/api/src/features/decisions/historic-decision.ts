import type { DecisionKind, DecisionWords } from '@chapterhouse/domain/decisions/decision-fields';
import type { DecisionEvent } from '@chapterhouse/domain/decisions/decision-events';
import type { DecidingKind, RecordedLink } from '@chapterhouse/domain/decisions/decision-record';
import { DECISION_STATE_TITLES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { DecisionScope, FrozenDelegation } from '@chapterhouse/domain/decisions/delegation-cell';
import type { NewEvent } from '../../platform/events/event-log.js';
import { excerpt } from '../../platform/graphql/typed-text.js';
import type { NewRecord } from './chain/decision-records.repository.js';
import { type DecisionRow, frozenOf } from './decision-row.js';
import type { NamedPerson } from './decision-writes.js';
import type { NewLink } from './links/decision-links.repository.js';

/** A decision with its whole history, as a file or a demo tells it. Ids are the database's, moments ISO text. */
export interface HistoricDecision {
  /** Chosen by the caller, so that decisions can point to one another. */
  id: string;
  kind: DecisionKind;
  state: DecisionState;
  scope: DecisionScope;
  decisionAreaId: string | null;
  title: string;
  words: DecisionWords;
  delegation: FrozenDelegation | null;
  /** YYYY-MM-DD */
  revisitOn: string | null;
  proposedBy: string | null;
  proposedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  vetoEndsAt: string | null;
  veto: { by: string | null; for: string | null; at: string | null; reason: string } | null;
  /** Of one that is here, or is recorded in the same call. */
  supersededBy: string | null;
  /** Of being vetoed, superseded or reverted: when and by whom, where it is known. */
  endedAt: string | null;
  endedBy: string | null;
  revertReason: string;
  closeReason: string;
  people: readonly NamedPerson[];
  links: readonly NewLink[];
  supersedes: readonly string[];
  amendments: readonly { text: string; by: string | null; at: string }[];
  briefId: string | null;
  importIdentity: string | null;
  importedFrom: string;
}

/** Something that happened to a decision: what is appended to the chain and to the event log. */
export interface Happening {
  /** Milliseconds; never before what happened to the same decision earlier, whatever a file says. */
  at: number;
  record: NewRecord | null;
  event: NewEvent;
}

/** A step out of PROPOSED, and the state in which a decision was before it ended. */
export function firstDecision(state: DecisionState): DecidingKind | null {
  if (state === 'PROPOSED') return null;
  return state === 'REJECTED' || state === 'WITHDRAWN' ? state : 'ACCEPTED';
}

/** How many steps lie behind it: what its version is. */
export function versionOf(state: DecisionState): number {
  const first = firstDecision(state);
  if (first === null) return 1;
  return first === state ? 2 : 3;
}

/**
 * What happened to a decision, in order.
 * @param links that were there when it was decided
 * @param row as it was written, so that what is put on the record is what the database will say
 */
export function happeningsOf(told: HistoricDecision, row: DecisionRow, links: RecordedLink[]): Happening[] {
  const { id, state, proposedAt, proposedBy, decidedBy, endedBy } = told;
  const decidedAt = told.decidedAt ?? proposedAt;
  const first = firstDecision(state);
  const titles = DECISION_STATE_TITLES;
  const happenings: Happening[] = [];
  const happened = (name: DecisionEvent, at: string, what: Happened): void => {
    const { version, by, from, to, note, recorded } = what;
    const moment = Math.max(Date.parse(at), happenings.at(-1)?.at ?? Number.NEGATIVE_INFINITY);
    const iso = new Date(moment).toISOString();
    happenings.push({
      at: moment,
      record: recorded ? { decisionId: id, recorded, at: iso } : null,
      event: {
        name,
        subjectType: 'Decision',
        subjectId: id,
        subjectVersion: version,
        at: iso,
        // Whoever imports it did none of it.
        actorId: by,
        payload: {
          changes:
            from === undefined ? [] : [{ field: from === null ? 'title' : 'state', from: from && titles[from], to }],
          ...(note && { note: excerpt(note) }),
        },
      },
    });
  };
  happened('decision.proposed', proposedAt, { version: 1, by: proposedBy, from: null, to: told.title });
  if (first === null) return happenings;
  happened(EVENTS[first], decidedAt, {
    version: 2,
    by: decidedBy,
    from: 'PROPOSED',
    to: titles[first],
    note: told.closeReason,
    recorded: { record: first, ...frozenOf(row, links) },
  });
  const version = versionOf(state);
  const { by, for: instead, at, reason } = told.veto ?? { by: null, for: null, at: null, reason: '' };
  const endedAt = at ?? told.endedAt ?? decidedAt;
  const ending = { version, from: first, to: titles[state] };
  if (state === 'VETOED')
    happened('decision.vetoed', endedAt, {
      ...ending,
      by: by ?? endedBy,
      note: reason,
      recorded: { record: 'VETOED', by, for: instead, at: row.vetoed_at, reason },
    });
  if (state === 'SUPERSEDED')
    happened('decision.superseded', endedAt, {
      ...ending,
      by: endedBy,
      recorded: { record: 'SUPERSEDED', by: told.supersededBy },
    });
  if (state === 'REVERTED')
    happened('decision.reverted', endedAt, {
      ...ending,
      by: endedBy,
      note: told.revertReason,
      recorded: { record: 'REVERTED', reason: told.revertReason },
    });
  for (const [index, amendment] of told.amendments.entries())
    happened('decision.amended', amendment.at, {
      version,
      by: amendment.by,
      note: amendment.text,
      recorded: {
        record: 'AMENDED',
        number: index + 1,
        text: amendment.text,
        by: amendment.by,
        at: new Date(amendment.at).toISOString(),
      },
    });
  return happenings;
}

interface Happened {
  version: number;
  by: string | null;
  /** The state before; null: there was none. Left out where the state stays. */
  from?: DecisionState | null;
  to?: string;
  note?: string;
  recorded?: NewRecord['recorded'];
}

const EVENTS: Record<DecidingKind, DecisionEvent> = {
  ACCEPTED: 'decision.accepted',
  REJECTED: 'decision.rejected',
  WITHDRAWN: 'decision.withdrawn',
};
