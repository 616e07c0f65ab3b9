import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** What a duplicate handed over; what the other one had already is not in it. */
export interface HandedOver {
  teamIds: string[];
  itemKeys: string[];
  voterIds: string[];
  watcherIds: string[];
}

/** What hangs on an impediment: teams, items, votes, watchers. Each answers whether a row changed. */
@Injectable()
export class ImpedimentLinks {
  async addTeam(tx: Tx, impedimentId: string, teamId: string, at: string): Promise<boolean> {
    const rows = await tx.run(
      `insert into impediment_teams (organization_id, impediment_id, team_id, added_by, added_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [tx.organizationId, impedimentId, teamId, tx.scope.actorId ?? null, at],
    );
    return rows > 0;
  }

  async removeTeam(tx: Tx, impedimentId: string, teamId: string): Promise<boolean> {
    const rows = await tx.run(
      'delete from impediment_teams where organization_id = $1 and impediment_id = $2 and team_id = $3',
      [tx.organizationId, impedimentId, teamId],
    );
    return rows > 0;
  }

  /** Makes these the blocked items; a key of a backlog item that we know is tied to it. What is new is blocked since `at`. */
  async replaceItems(tx: Tx, impedimentId: string, keys: readonly string[], at: string): Promise<void> {
    await tx.run(
      `delete from impediment_items where organization_id = $1 and impediment_id = $2 and external_key <> all($3::text[])`,
      [tx.organizationId, impedimentId, keys],
    );
    await tx.run(
      `insert into impediment_items (organization_id, impediment_id, external_key, item_id, added_at)
       select $1, $2, key, (select b.id from backlog_items b where b.organization_id = $1 and b.external_key = key), $4
         from unnest($3::text[]) as key
       on conflict do nothing`,
      [tx.organizationId, impedimentId, keys, at],
    );
  }

  async watch(tx: Tx, impedimentId: string, personId: string, on: boolean): Promise<boolean> {
    return this.toggle(tx, 'impediment_watchers', impedimentId, personId, on);
  }

  async vote(tx: Tx, impedimentId: string, personId: string, on: boolean): Promise<boolean> {
    return this.toggle(tx, 'impediment_votes', impedimentId, personId, on);
  }

  /** Copies what hangs on a duplicate to the one it duplicates; the duplicate keeps its own, as its history. */
  async handOver(tx: Tx, fromId: string, toId: string, at: string): Promise<HandedOver> {
    const teams = await tx.query<{ team_id: string }>(
      `insert into impediment_teams (organization_id, impediment_id, team_id, added_by, added_at)
       select organization_id, $3, team_id, $4, $5 from impediment_teams where organization_id = $1 and impediment_id = $2
       on conflict do nothing returning team_id`,
      [tx.organizationId, fromId, toId, tx.scope.actorId ?? null, at],
    );
    const items = await tx.query<{ external_key: string }>(
      `insert into impediment_items (organization_id, impediment_id, external_key, item_id, added_at)
       select x.organization_id, $3, x.external_key, x.item_id, coalesce(x.added_at, i.raised_at)
         from impediment_items x join impediments i on i.organization_id = x.organization_id and i.id = x.impediment_id
        where x.organization_id = $1 and x.impediment_id = $2
       on conflict do nothing returning external_key`,
      [tx.organizationId, fromId, toId],
    );
    return {
      teamIds: teams.map((row) => row.team_id),
      itemKeys: items.map((row) => row.external_key),
      voterIds: await this.handOverPeople(tx, 'impediment_votes', fromId, toId),
      watcherIds: await this.handOverPeople(tx, 'impediment_watchers', fromId, toId),
    };
  }

  /** From the impediment along "duplicate of", itself first. Ends also where rows would go in a circle. */
  async duplicateChain(tx: Tx, id: string): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `with recursive chain(id, duplicate_of_id, steps) as (
         select i.id, i.duplicate_of_id, 0 from impediments i where i.organization_id = $1 and i.id = $2
         union all
         select i.id, i.duplicate_of_id, c.steps + 1
           from chain c join impediments i on i.organization_id = $1 and i.id = c.duplicate_of_id
       ) cycle id set in_circle using path
       select id from chain where not in_circle order by steps`,
      [tx.organizationId, id],
    );
    return rows.map((row) => row.id);
  }

  /** What a duplicate gave goes back; it kept its own all the time. */
  async takeBack(tx: Tx, toId: string, { teamIds, itemKeys, voterIds, watcherIds }: HandedOver): Promise<void> {
    const parts = [
      ['impediment_teams', 'team_id = any($3::uuid[])', teamIds],
      ['impediment_items', 'external_key = any($3::text[])', itemKeys],
      ['impediment_votes', 'person_id = any($3::uuid[])', voterIds],
      ['impediment_watchers', 'person_id = any($3::uuid[])', watcherIds],
    ] as const;
    for (const [table, those, keys] of parts)
      await tx.run(`delete from ${table} where organization_id = $1 and impediment_id = $2 and ${those}`, [
        tx.organizationId,
        toId,
        keys,
      ]);
  }

  private async handOverPeople(tx: Tx, table: PersonTable, fromId: string, toId: string): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `insert into ${table} (organization_id, impediment_id, person_id)
       select organization_id, $3, person_id from ${table} where organization_id = $1 and impediment_id = $2
       on conflict do nothing returning person_id`,
      [tx.organizationId, fromId, toId],
    );
    return rows.map((row) => row.person_id);
  }

  private async toggle(
    tx: Tx,
    table: PersonTable,
    impedimentId: string,
    personId: string,
    on: boolean,
  ): Promise<boolean> {
    const values = [tx.organizationId, impedimentId, personId];
    const rows = on
      ? await tx.run(
          `insert into ${table} (organization_id, impediment_id, person_id) values ($1, $2, $3) on conflict do nothing`,
          values,
        )
      : await tx.run(
          `delete from ${table} where organization_id = $1 and impediment_id = $2 and person_id = $3`,
          values,
        );
    return rows > 0;
  }
}

type PersonTable = 'impediment_watchers' | 'impediment_votes';
