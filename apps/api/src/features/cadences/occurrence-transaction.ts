import type { OccurrenceEvent, OccurrencePayload } from '@chapterhouse/domain/cadences/cadence-events';
import {
  canOnOccurrence,
  legalOccurrenceActions,
  type OccurrenceAction,
  type OccurrenceFactsOfPolicy,
} from '@chapterhouse/domain/cadences/cadence-policy';
import { refuseCadence } from '@chapterhouse/domain/cadences/cadence-refusals';
import { type LocalDateTime, momentOf } from '@chapterhouse/domain/cadences/wall-clock';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import type { OccurrenceRow } from './cadence-row.js';
import { CadenceReferences } from './cadence-references.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { keyOfRef, type OccurrenceRef } from './occurrence-id.js';
import { type Occurrence, occurrenceOf } from './occurrences.graphql.js';
import { type OccurrenceFacts, OccurrencesRead } from './occurrences.read.js';
import { type OccurrenceColumns, OccurrencesRepository } from './occurrences.repository.js';
import { refuseField } from './refuse-cadence.js';

/** What every mutation of a date is asked with. */
export interface OccurrenceCall {
  viewer: Viewer;
  ref: OccurrenceRef;
  /** Absent where the mutation adds something beside the date's own fields. */
  version?: number;
  /** People whom the mutation names: of nobody here, nothing else is looked at. */
  personIds?: readonly string[];
  /** All that was given, to tell a repetition from another call with the same key. */
  input: object;
  idempotencyKey: string | null | undefined;
}

/** The date with its series locked, inside the transaction that changes it. */
export interface OpenedOccurrence {
  tx: Tx;
  viewer: Viewer;
  facts: OccurrenceFacts;
  /** What the policy looked at. */
  standing: OccurrenceFactsOfPolicy;
  /** The row of its own; it has been there before, or is there from now on. */
  row: OccurrenceRow;
  /** ISO text of now. */
  at: string;
  /** Writes the columns and puts it on the record. */
  save(
    changes: Partial<OccurrenceColumns>,
    event: OccurrenceEvent,
    said: Omit<OccurrencePayload, 'cadenceId' | 'originalStart'>,
  ): Promise<void>;
}

export interface OccurrenceFrame {
  action: OccurrenceAction;
  /** What distinguishes two mutations of one action; the action when left out. */
  what?: string;
  /** More facts for the policy, of a part of the date. */
  about?: Partial<OccurrenceFactsOfPolicy>;
}

/** The frame of every mutation: one transaction, at most once per key, locked, permitted, of the version that was seen, legal, on the record. */
@Injectable()
export class OccurrenceTransaction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrencesRepository) private readonly rows: OccurrencesRepository,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, CONFLICT, OCCURRENCE_IN_OTHER_STATE, and what the step refuses */
  change(
    call: OccurrenceCall,
    frame: OccurrenceFrame,
    step: (opened: OpenedOccurrence) => Promise<void>,
  ): Promise<Occurrence> {
    return this.with(call, frame, step, async ({ tx }) => {
      const facts = await this.occurrences.byRef(tx, call.ref);
      if (!facts) throw refusePlatform('NOT_FOUND', {});
      return occurrenceOf(facts);
    });
  }

  /** As `change`, with an answer of one's own. */
  with<T extends object>(
    { viewer, ref, version, personIds, input, idempotencyKey }: OccurrenceCall,
    { action, what = action, about }: OccurrenceFrame,
    step: (opened: OpenedOccurrence) => Promise<void>,
    answer: (opened: OpenedOccurrence) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, what, { ...ref, version, ...input }, async () => {
        const facts = await this.occurrences.lock(tx, ref);
        if (!facts) throw refusePlatform('NOT_FOUND', {});
        const standing = await this.permitted(tx, viewer, facts, action, about);
        await this.references.known(tx, viewer, personIds);
        if (version !== undefined && version !== (facts.own?.version ?? 0)) throw conflict(facts);
        refuseUnlessLegal(facts, action);
        const opened = await this.opened(tx, viewer, facts, standing);
        await step(opened);
        return answer(opened);
      }),
    );
  }

  /** For a date whose series is held already, and permitted. */
  async opened(
    tx: Tx,
    viewer: Viewer,
    facts: OccurrenceFacts,
    standing: OccurrenceFactsOfPolicy,
  ): Promise<OpenedOccurrence> {
    const at = viewer.now.toISOString();
    const row = await this.rows.opened(tx, facts, at);
    return {
      tx,
      viewer,
      facts,
      standing,
      row,
      at,
      save: async (changes, event, said) => {
        const version = await this.rows.update(tx, row.id, changes, at);
        await this.tell(tx, { ...facts, rowId: row.id, version }, event, said);
      },
    };
  }

  /** Puts it on the record. */
  async tell(
    tx: Tx,
    { rowId, version, cadenceId, originalStart }: OccurrenceRef & { rowId: string; version: number },
    event: OccurrenceEvent,
    said: Omit<OccurrencePayload, 'cadenceId' | 'originalStart'>,
  ): Promise<void> {
    const changes = said.changes.filter(({ from, to }) => from !== to);
    await this.events.append(tx, {
      name: event,
      subjectType: 'Occurrence',
      subjectId: rowId,
      subjectVersion: version,
      payload: { ...said, changes, cadenceId, originalStart } satisfies OccurrencePayload,
    });
  }

  private async permitted(
    tx: Tx,
    viewer: Viewer,
    facts: OccurrenceFacts,
    action: OccurrenceAction,
    about: Partial<OccurrenceFactsOfPolicy> = {},
  ): Promise<OccurrenceFactsOfPolicy> {
    const found = (await this.standings.ofDates(tx, viewer, [facts])).get(keyOfRef(facts));
    if (!found) throw refusePlatform('NOT_FOUND', {});
    const standing = { ...found, ...about };
    const verdict = canOnOccurrence(viewer.actor, action, standing);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
    return standing;
  }
}

/** Who facilitates before a date is moved or cancelled is told, too: turns are reckoned anew since. */
export function facilitatorTold({ facilitatorId }: OccurrenceFactsOfPolicy): Pick<OccurrencePayload, 'told'> {
  return facilitatorId === null ? {} : { told: [facilitatorId] };
}

/** @throws INVALID_INPUT for a time that is over */
export function refusePast({ facts, viewer }: OpenedOccurrence, to: LocalDateTime, field: string): void {
  if (momentOf(to, facts.cadence.time_zone) <= viewer.now.getTime())
    refuseField(field, 'Choose a time that is still to come.');
}

/** Whether it is otherwise than its series says, beside being cancelled. */
export function isChanged({ own }: OccurrenceFacts): boolean {
  return own !== null && [own.moved_to, own.minutes, own.place, own.agenda, own.name].some((value) => value !== null);
}

/** @throws OCCURRENCE_IN_OTHER_STATE */
export function refuseUnlessLegal(facts: OccurrenceFacts, action: OccurrenceAction): void {
  const legal = legalOccurrenceActions({ state: facts.state, isChanged: isChanged(facts) });
  if (!legal.includes(action)) throw refuseCadence('OCCURRENCE_IN_OTHER_STATE', { state: facts.state, action, legal });
}

/** What somebody is told who acts on a version that is no more. */
function conflict(facts: OccurrenceFacts): Error {
  const { cadence: _, ...current } = occurrenceOf(facts);
  return refusePlatform('CONFLICT', { currentVersion: current.version, current });
}
