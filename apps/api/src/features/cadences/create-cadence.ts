import { canOnCadence } from '@chapterhouse/domain/cadences/cadence-policy';
import {
  type CheckedRecurrence,
  checkedRecurrence,
  type GivenRecurrence,
} from '@chapterhouse/domain/cadences/series-checks';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { idempotently } from '../../platform/graphql/idempotency.js';
import { CadenceReferences } from './cadence-references.js';
import { CadenceStandingsRead } from './cadence-standings.read.js';
import { CadenceTransaction } from './cadence-transaction.js';
import { CadenceWrites } from './cadence-writes.js';
import type { Cadence } from './cadences.graphql.js';
import { CadencesRepository } from './cadences.repository.js';
import type { GivenCadence } from './given-cadence.js';
import { refuseCadenceProblems, refuseField } from './refuse-cadence.js';
import { FacilitationRotas } from './rotas/facilitation-rotas.js';

@Injectable()
export class CreateCadence {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CadencesRepository) private readonly cadences: CadencesRepository,
    @Inject(CadenceWrites) private readonly writes: CadenceWrites,
    @Inject(CadenceReferences) private readonly references: CadenceReferences,
    @Inject(CadenceStandingsRead) private readonly standings: CadenceStandingsRead,
    @Inject(CadenceTransaction) private readonly frame: CadenceTransaction,
    @Inject(FacilitationRotas) private readonly rotas: FacilitationRotas,
  ) {}

  /** @throws INVALID_INPUT, FORBIDDEN; NOT_FOUND for whatever is not of this organization */
  create(viewer: Viewer, given: GivenCadence, idempotencyKey: string | null | undefined): Promise<Cadence> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'cadence:create', given, async () =>
        this.frame.shown(tx, await this.createIn(tx, viewer, given)),
      ),
    );
  }

  /** In a transaction that is open already: as part of something else that is at most once. @throws as `create` */
  async createIn(tx: Tx, viewer: Viewer, given: GivenCadence): Promise<string> {
    const scope = await this.references.scope(tx, given.scopeKind, given.scopeId, viewer.today);
    await this.permit(tx, viewer, {
      ...scope,
      chapter_id: given.chapterId,
      community_id: given.communityId,
    });
    refuseCadenceProblems({ ...given, ...given.audience });
    refuseFacilitation(given);
    const { rule, startsAt, lastOn } = recurrenceOf({ ...given, endsBefore: null });
    await this.references.people(tx, viewer, given.audience.personIds, 'audience.personIds');
    await this.references.people(tx, viewer, given.facilitatorId ? [given.facilitatorId] : [], 'facilitatorId');
    const id = newId();
    await this.writes.insert(tx, {
      id,
      kind: given.kind,
      name: given.name,
      scope_kind: given.scopeKind,
      scope_id: given.scopeId,
      chapter_id: given.chapterId,
      community_id: given.communityId,
      rule,
      starts_at: startsAt,
      time_zone: given.timeZone,
      minutes: given.minutes,
      place: given.place,
      agenda: given.agenda,
      facilitation: given.facilitation,
      facilitator_id: given.facilitatorId,
      roles: given.audience.roles,
      person_ids: given.audience.personIds,
      ends_before: null,
      last_on: lastOn,
      follows_id: null,
      root_id: id,
      created_by: viewer.personId,
      created_at: viewer.now.toISOString(),
    });
    const row = await this.cadences.byId(tx, id);
    if (!row) throw new Error('What was just written is there.');
    if (given.facilitation === 'ROTA') await this.rotas.set(tx, viewer, row, given.rotaPersonIds);
    await this.frame.tell(tx, id, 'cadence.created', 1, [{ field: 'name', from: null, to: given.name }]);
    return id;
  }

  /** Before anything else is looked at: whoever may not is told nothing of the rest. */
  private async permit(
    tx: Tx,
    viewer: Viewer,
    scope: Parameters<CadenceStandingsRead['ofSeries']>[2][number],
  ): Promise<void> {
    const facts = (await this.standings.ofSeries(tx, viewer, [scope])).get(scope.id);
    if (!facts) throw refusePlatform('NOT_FOUND', {});
    const verdict = canOnCadence(viewer.actor, 'cadence:create', facts);
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'cadence:create', reason: verdict.reason });
  }
}

/** As it is kept. @throws INVALID_INPUT */
export function recurrenceOf(given: GivenRecurrence): CheckedRecurrence {
  const { recurrence, problems } = checkedRecurrence(given);
  if (problems) throw refusePlatform('INVALID_INPUT', { fields: problems });
  return recurrence;
}

/** @throws INVALID_INPUT where who facilitates does not fit how */
export function refuseFacilitation({
  facilitation,
  facilitatorId,
}: Pick<GivenCadence, 'facilitation' | 'facilitatorId'>): void {
  if (facilitation === 'FIXED' && facilitatorId === null)
    refuseField('facilitatorId', 'Choose who facilitates, or let people take turns.');
  if (facilitation !== 'FIXED' && facilitatorId !== null)
    refuseField('facilitatorId', 'Leave this empty where nobody always facilitates.');
}
