import { canOnAction } from '@chapterhouse/domain/cadences/action-policy';
import { canOnOccurrence } from '@chapterhouse/domain/cadences/cadence-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { readId } from '../../../platform/graphql/global-id.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { CadenceReferences } from '../cadence-references.js';
import { CadenceStandingsRead } from '../cadence-standings.read.js';
import { keyOfRef, type OccurrenceRef, readOccurrenceId } from '../occurrence-id.js';
import { OccurrencesRead } from '../occurrences.read.js';
import { OccurrencesRepository } from '../occurrences.repository.js';
import { ActionTransaction, refuseProblems } from './action-transaction.js';
import { ActionWrites } from './action-writes.js';
import { completed } from './change-action.js';
import { type ActionInput, type ActionItem, actionOf } from './actions.graphql.js';
import { ActionsRepository } from './actions.repository.js';

/** A promise, with what it is about; ids are the database's. */
export interface Promised {
  title: string;
  ownerId: string;
  /** YYYY-MM-DD. */
  dueOn: string;
  ref: OccurrenceRef | null;
  chapterId: string | null;
  impedimentId: string | null;
  teamId: string | null;
}

/** Writing actions down: by themselves, on a date of a meeting, or as part of something else. */
@Injectable()
export class PromiseAction {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ActionTransaction) private readonly frame: ActionTransaction,
    @Inject(ActionsRepository) private readonly actions: ActionsRepository,
    @Inject(ActionWrites) private readonly writes: ActionWrites,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
    @Inject(OccurrencesRead) private readonly occurrences: OccurrencesRead,
    @Inject(OccurrencesRepository) private readonly dates: OccurrencesRepository,
  ) {}

  /** @throws FORBIDDEN, INVALID_INPUT; NOT_FOUND for what is of nobody here */
  add(viewer: Viewer, input: ActionInput, idempotencyKey: string | null | undefined): Promise<ActionItem> {
    const verdict = canOnAction(viewer.actor, 'action:add');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'action:add', reason: verdict.reason });
    const { title, dueOn, occurrenceId, chapterId, impedimentId, teamId } = input;
    const promised = {
      title,
      dueOn,
      ownerId: readId('Person', input.ownerId),
      ref: occurrenceId ? readOccurrenceId(occurrenceId) : null,
      chapterId: chapterId ? readId('Chapter', chapterId) : null,
      impedimentId: impedimentId ? readId('Impediment', impedimentId) : null,
      teamId: teamId ? readId('Team', teamId) : null,
    };
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'action:add', input, async () => {
        await this.refuseForeign(tx, promised);
        if (promised.ref) await this.permitAt(tx, viewer, promised.ref);
        return this.promise(tx, viewer, promised);
      }),
    );
  }

  /**
   * In a transaction that is open already, as part of something that is at most once and permitted by its own rules.
   * @throws INVALID_INPUT; NOT_FOUND for an owner of nobody here
   */
  async promise(tx: Tx, viewer: Viewer, promised: Promised): Promise<ActionItem> {
    refuseProblems(promised, viewer.today);
    const names = await this.references.people(tx, viewer, [promised.ownerId], 'ownerId');
    const id = newId();
    const at = viewer.now.toISOString();
    // From now on something hangs on the date.
    if (promised.ref) await this.dates.opened(tx, promised.ref, at);
    const title = promised.title.trim();
    await this.writes.insert(tx, [{ ...promised, id, title, createdBy: viewer.personId, at }]);
    await this.frame.tell(tx, id, 1, 'action.added', {
      changes: [
        { field: 'title', from: null, to: title },
        { field: 'owner', from: null, to: names.get(promised.ownerId) ?? null },
        { field: 'dueOn', from: null, to: promised.dueOn },
      ],
      asked: [promised.ownerId],
    });
    const row = await this.actions.byId(tx, id);
    if (!row) throw new Error('What was just written is there.');
    return actionOf(row);
  }

  /**
   * As `promise`: what was promised is done. One that has ended already stays as it is.
   * @throws NOT_FOUND
   */
  async complete(tx: Tx, viewer: Viewer, id: string, result: string | null): Promise<void> {
    refuseProblems({ result }, viewer.today);
    const row = await this.actions.forUpdate(tx, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    if (row.state !== 'OPEN') return;
    await this.frame.apply(tx, viewer, row, 'action:complete', async () => completed(viewer.now, result));
  }

  /** @throws NOT_FOUND; FORBIDDEN for who is not invited */
  private async permitAt(tx: Tx, viewer: Viewer, ref: OccurrenceRef): Promise<void> {
    const date = await this.occurrences.lock(tx, ref);
    const facts = date && (await this.standings.ofDates(tx, viewer, [date])).get(keyOfRef(ref));
    if (!facts) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnOccurrence(viewer.actor, 'occurrence:add-outcome', facts);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'action:add', reason: verdict.reason });
  }

  /** @throws NOT_FOUND */
  private async refuseForeign(tx: Tx, { chapterId, impedimentId, teamId }: Promised): Promise<void> {
    const found = await tx.one<{ all: boolean }>(HERE, [tx.organizationId, chapterId, impedimentId, teamId]);
    if (!found?.all) throw refusePlatform('NOT_FOUND', {});
  }
}

const HERE = `
  select ($2::uuid is null or exists (select from chapters where organization_id = $1 and id = $2))
     and ($3::uuid is null or exists (select from impediments where organization_id = $1 and id = $3))
     and ($4::uuid is null or exists (select from teams where organization_id = $1 and id = $4)) as all`;
