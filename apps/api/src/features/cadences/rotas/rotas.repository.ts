import type { AbsenceFact } from '@chapterhouse/domain/organization/accountability';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import {
  FROM_ROTAS,
  type KeptTurnRow,
  ROTA_COLUMNS,
  type RotaChangeRow,
  type RotaMemberRow,
  type RotaRow,
} from './rota-row.js';

type Row<T> = T & Record<string, unknown>;

/** Reads of rotas and of what their turns follow from. */
@Injectable()
export class RotasRepository {
  byId(tx: Tx, id: string): Promise<RotaRow | undefined> {
    return tx.one<Row<RotaRow>>(`${SELECT} and r.id = $2`, [tx.organizationId, id]);
  }

  /** Those that are not there are passed over. */
  byIds(tx: Tx, ids: readonly string[]): Promise<RotaRow[]> {
    return tx.query<Row<RotaRow>>(`${SELECT} and r.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** As `byId`, locked until the transaction ends. */
  async forUpdate(tx: Tx, id: string): Promise<RotaRow | undefined> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.run('select 1 from rotas where organization_id = $1 and id = $2 for no key update', [
      tx.organizationId,
      id,
    ]);
    return this.byId(tx, id);
  }

  /** Those that go on. @param teamId null: of the whole organization */
  listed(tx: Tx, teamId: string | null): Promise<RotaRow[]> {
    return tx.query<Row<RotaRow>>(
      `${SELECT} and r.ended_at is null and ($2::uuid is null or r.team_id = $2) order by lower(r.name), r.id limit 500`,
      [tx.organizationId, teamId],
    );
  }

  /** Of lines of series; ended ones too, which still know who took turns. */
  ofRoots(tx: Tx, rootIds: readonly string[]): Promise<RotaRow[]> {
    return tx.query<Row<RotaRow>>(`${SELECT} and r.root_id = any($2::uuid[])`, [tx.organizationId, rootIds]);
  }

  /** The first series of lines in whose facilitation the person takes turns, or took some. */
  async rootsOf(tx: Tx, personId: string): Promise<Set<string>> {
    const rows = await tx.query<{ root_id: string }>(ROOTS_OF, [tx.organizationId, personId]);
    return new Set(rows.map((row) => row.root_id));
  }

  /** In their order; who has left the organization takes no turns. */
  members(tx: Tx, rotaIds: readonly string[]): Promise<RotaMemberRow[]> {
    return tx.query<Row<RotaMemberRow>>(MEMBERS, [tx.organizationId, rotaIds]);
  }

  /** In the order in which people arranged them. */
  changes(tx: Tx, rotaIds: readonly string[]): Promise<RotaChangeRow[]> {
    return tx.query<Row<RotaChangeRow>>(CHANGES, [tx.organizationId, rotaIds]);
  }

  /** Turns of the past, in order. */
  kept(tx: Tx, rotaIds: readonly string[]): Promise<KeptTurnRow[]> {
    return tx.query<Row<KeptTurnRow>>(KEPT, [tx.organizationId, rotaIds]);
  }

  /** Of the people, those that are not over before a day. */
  absences(tx: Tx, personIds: readonly string[], day: string): Promise<AbsenceFact[]> {
    return tx.query<Row<AbsenceFact>>(
      `select person_id as "personId", starts_on as "startsOn", ends_before as "endsBefore" from absences
        where organization_id = $1 and person_id = any($2::uuid[]) and ends_before > $3 order by starts_on, id`,
      [tx.organizationId, personIds, day],
    );
  }

  /** Rotas that may have turns before today that are not kept. */
  withTurnsToKeep(tx: Tx, today: string): Promise<RotaRow[]> {
    return tx.query<Row<RotaRow>>(
      `${SELECT} and (r.ended_at is null or r.root_id is not null) and r.starts_on < $2::date order by r.id`,
      [tx.organizationId, today],
    );
  }
}

const SELECT = `select ${ROTA_COLUMNS} from ${FROM_ROTAS} where r.organization_id = $1`;

const MEMBERS = `
  select m.rota_id as "rotaId", m.person_id as "personId", m.since
    from rota_members m join people p on p.organization_id = m.organization_id and p.id = m.person_id
   where m.organization_id = $1 and m.rota_id = any($2::uuid[]) and p.deactivated_at is null
   order by m.rota_id, m.position, m.person_id`;

const ROOTS_OF = `
  select r.root_id from rotas r
   where r.organization_id = $1 and r.root_id is not null and (
     exists (select from rota_members m where m.organization_id = r.organization_id and m.rota_id = r.id and m.person_id = $2)
     or exists (select from rota_turns t where t.organization_id = r.organization_id and t.rota_id = r.id
                   and t.people @> jsonb_build_array(jsonb_build_object('personId', $2::text))))`;

const CHANGES = `
  select id, rota_id as "rotaId", kind, on_day as "on", person_id as "personId", with_on as "withOn",
         with_person_id as "withPersonId"
    from rota_changes where organization_id = $1 and rota_id = any($2::uuid[]) order by changed_at, id`;

const KEPT = `
  select rota_id as "rotaId", on_day as "on", day, cadence_id as "cadenceId", original_start as "originalStart",
         starts_at as "startsAt", people, present, skipped
    from rota_turns where organization_id = $1 and rota_id = any($2::uuid[]) order by rota_id, day, on_day`;
