import { dayOf } from '@chapterhouse/domain/cadences/wall-clock';
import type { ScopeKind } from '@chapterhouse/domain/organization/role';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { type Connection, readPage, toConnection } from '../../platform/graphql/connection.js';
import { AudienceRead } from './audience.read.js';
import type { WhichCadences } from './cadence-filter.js';
import { CADENCE_COLUMNS, type CadenceRow, FROM_CADENCES } from './cadence-row.js';
import { type Cadence, cadenceOf } from './cadences.graphql.js';
import type { OccurrenceFacts } from './occurrences.read.js';
import { RotasRepository } from './rotas/rotas.repository.js';

type Row = CadenceRow & Record<string, unknown>;

/** Series as lists show them: by name. */
@Injectable()
export class CadencesRead {
  constructor(
    @Inject(AudienceRead) private readonly audience: AudienceRead,
    @Inject(RotasRepository) private readonly rotas: RotasRepository,
  ) {}

  async page(
    tx: Tx,
    viewer: Viewer,
    { first, after }: { first: number | null | undefined; after: string | null | undefined },
    which: WhichCadences,
  ): Promise<Connection<Cadence>> {
    const page = readPage(first, after, 2);
    await known(tx, which);
    const ids = which.mine ? await this.mine(tx, viewer, which) : null;
    const rows = await tx.query<Row>(PAGE, [
      ...valuesOf(tx, viewer, which),
      ids,
      ...(page.after ?? [null, null]),
      page.limit,
    ]);
    const counted = await tx.one<{ count: number }>(COUNT, [...valuesOf(tx, viewer, which), ids]);
    const keyOf = (row: Row): string[] => [row.name.toLowerCase(), row.id];
    return toConnection(page, rows, counted?.count ?? 0, keyOf, (row) => cadenceOf(row));
  }

  /** Ids of those whose dates may be asked for; null: of all. */
  async ids(tx: Tx, viewer: Viewer, which: WhichCadences): Promise<string[] | null> {
    const { scopeKind, chapterId, communityId, kinds, ended } = which;
    if ([scopeKind, chapterId, communityId, kinds, ended].every((asked) => asked === null)) return null;
    await known(tx, which);
    const rows = await tx.query<{ id: string }>(IDS, valuesOf(tx, viewer, which));
    return rows.map(({ id }) => id);
  }

  /** As of today; of a series that begins later, as of its first day. Also where the person takes turns. */
  private async mine(tx: Tx, viewer: Viewer, which: WhichCadences): Promise<string[]> {
    const rows = await tx.query<Row>(MATCHING, valuesOf(tx, viewer, which));
    const dates = rows.map((cadence) => asOfToday(cadence, viewer.today));
    const invited = await this.audience.withPerson(tx, dates, viewer.personId);
    const taken = await this.rotas.rootsOf(tx, viewer.personId);
    const led = rows.filter(({ facilitation, root_id: rootId }) => facilitation === 'ROTA' && taken.has(rootId));
    return [...invited.map(({ cadenceId }) => cadenceId), ...led.map(({ id }) => id)];
  }
}

/** @throws NOT_FOUND for a scope, chapter or community of nobody here */
async function known(tx: Tx, { scopeKind, scopeId, chapterId, communityId }: WhichCadences): Promise<void> {
  const tables = [
    ...(scopeKind === null || scopeId === null ? [] : [{ table: SCOPE_TABLES[scopeKind], id: scopeId }]),
    ...(chapterId === null ? [] : [{ table: 'chapters', id: chapterId }]),
    ...(communityId === null ? [] : [{ table: 'communities', id: communityId }]),
  ];
  for (const { table, id } of tables) {
    const key = table === 'organizations' ? 'organization_id' : 'id';
    const here = await tx.one(`select 1 from ${table} where organization_id = $1 and ${key} = $2`, [
      tx.organizationId,
      id,
    ]);
    if (!here) throw refusePlatform('NOT_FOUND', {});
  }
}

const SCOPE_TABLES: Record<ScopeKind, string> = {
  ORGANIZATION: 'organizations',
  PRODUCT: 'products',
  AREA: 'areas',
  TEAM: 'teams',
};

function asOfToday(cadence: CadenceRow, today: string): OccurrenceFacts {
  const first = dayOf(cadence.starts_at);
  const day = first > today ? first : today;
  return {
    cadence,
    cadenceId: cadence.id,
    own: null,
    originalStart: cadence.starts_at,
    localStart: `${day}T00:00`,
    startsAt: 0,
    endsAt: 0,
    minutes: cadence.minutes,
    name: cadence.name,
    place: cadence.place,
    agenda: cadence.agenda,
    state: 'PLANNED',
    moved: false,
  };
}

function valuesOf(tx: Tx, viewer: Viewer, which: WhichCadences): unknown[] {
  const { scopeKind, scopeId, chapterId, communityId, kinds, ended } = which;
  return [tx.organizationId, scopeKind, scopeId, chapterId, kinds, ended, viewer.today, communityId];
}

const WHERE = `
  where c.organization_id = $1 and ($2::text is null or c.scope_kind = $2) and ($3::uuid is null or c.scope_id = $3)
    and ($4::uuid is null or c.chapter_id = $4) and ($5::text[] is null or c.kind = any($5))
    and ($6::boolean is null or coalesce(c.last_on < $7::date, false) = $6) and $7::date is not null
    and ($8::uuid is null or c.community_id = $8)`;

const MATCHING = `select ${CADENCE_COLUMNS} from ${FROM_CADENCES} ${WHERE}`;
const IDS = `select c.id from cadences c ${WHERE}`;

const PAGE = `${MATCHING}
   and ($9::uuid[] is null or c.id = any($9)) and ($10::text is null or (lower(c.name), c.id) > ($10, $11::uuid))
 order by lower(c.name), c.id limit $12`;

const COUNT = `select count(*) as count from cadences c ${WHERE} and ($9::uuid[] is null or c.id = any($9))`;
