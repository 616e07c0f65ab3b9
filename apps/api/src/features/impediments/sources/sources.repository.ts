import type { SourceKind } from '@chapterhouse/domain/impediments/impediment-fields';
import { Injectable } from '@nestjs/common';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { distanceOf, GUESS, looksLike, typedValues } from '../../../platform/search/distance.js';
import { searchText } from '../../../platform/graphql/typed-text.js';
import type { NamedSource, SourceRow } from './sources.graphql.js';

/** A source with all that is known of it. */
export interface SourceDetails extends SourceRow {
  contact: string;
  contact_person_id: string | null;
  team_id: string | null;
  merged_into_id: string | null;
  merged_into_name: string | null;
  /** Names of those that went up in it. */
  aliases: string[];
}

/** As often as a source that is waited for may go up in another meanwhile. */
const MOST_MERGES_MEANWHILE = 5;

/** A source that was merged stays as a row: its name leads to the one that it went up in, and nobody else gets it. */
@Injectable()
export class SourcesRepository {
  /** Where an id leads: to the source itself, or to the one that it went up in. */
  async standing(tx: Tx, id: string): Promise<SourceRow | undefined> {
    return tx.one<SourceRow & Row>(`${STANDING} and s.id = $2`, [tx.organizationId, id]);
  }

  /** As `standing` for many; `asked` is the id that was asked for. */
  standingOf(tx: Tx, ids: readonly string[]): Promise<(SourceRow & { asked: string })[]> {
    return tx.query<SourceRow & { asked: string } & Row>(
      `${STANDING.replace('select', 'select s.id as asked,')} and s.id = any($2::uuid[])`,
      [tx.organizationId, ids],
    );
  }

  /**
   * As `standing`, and nobody merges it until the transaction ends: for whoever puts it on an impediment.
   * Ask before an impediment is locked; merging takes its locks in that order too.
   */
  async held(tx: Tx, id: string): Promise<SourceRow | undefined> {
    for (let attempt = 0; attempt < MOST_MERGES_MEANWHILE; attempt += 1) {
      const row = await tx.one<SourceRow & Row>(`${STANDING} and s.id = $2 for share of k`, [tx.organizationId, id]);
      if (row) return row;
      if (!(await this.standing(tx, id))) return undefined;
    }
    throw new Error('A source is merged over and over.');
  }

  /** As `held` for names, in any capitals: name as it was given to the source; those that nobody has are missing. */
  async heldByName(tx: Tx, names: readonly string[]): Promise<Map<string, SourceRow>> {
    const found = new Map<string, SourceRow>();
    for (let attempt = 0; attempt < MOST_MERGES_MEANWHILE; attempt += 1) {
      const left = names.filter((name) => !found.has(name));
      const rows = await tx.query<SourceRow & { given: string } & Row>(NAMED, [tx.organizationId, left]);
      for (const { given, ...row } of rows) found.set(given, row);
      if (found.size === names.length || rows.length === 0) break;
    }
    return found;
  }

  /** Creates those whose name nobody has yet, in any capitals, and answers them. */
  insertNew(tx: Tx, sources: readonly NamedSource[]): Promise<SourceRow[]> {
    return tx.query<SourceRow & Row>(
      `insert into sources (organization_id, id, name, kind, contact, contact_person_id, team_id)
       select $1, s.id, s.name, s.kind, coalesce(s.contact, ''), s."contactPersonId", s."teamId"
         from jsonb_to_recordset($2::jsonb) as s(id uuid, name text, kind text, contact text, "contactPersonId" uuid, "teamId" uuid)
        order by lower(s.name)
       on conflict do nothing returning id, name, kind, version`,
      [tx.organizationId, JSON.stringify(sources.map((source) => ({ ...source, id: newId() })))],
    );
  }

  /** By how near a name of theirs is to the text, then by name; one that was merged is found as what it went up in. */
  search(tx: Tx, text: string, kinds: readonly SourceKind[] | null, most: number): Promise<SourceRow[]> {
    const words = searchText(text);
    return tx.query<SourceRow & Row>(SEARCH, [...typedValues(tx, words), kinds, most]);
  }

  details(tx: Tx, ids: readonly string[]): Promise<SourceDetails[]> {
    return tx.query<SourceDetails & Row>(`${DETAILS} and s.id = any($2::uuid[])`, [tx.organizationId, ids]);
  }

  /** As `details`, locked until the transaction ends, in one order whoever asks. */
  async opened(tx: Tx, ids: readonly string[]): Promise<Map<string, SourceDetails>> {
    // Two statements on purpose: the second one's snapshot is younger than the wait for the lock.
    await tx.query(
      'select 1 from sources where organization_id = $1 and id = any($2::uuid[]) order by id for no key update',
      [tx.organizationId, ids],
    );
    return new Map((await this.details(tx, ids)).map((row) => [row.id, row]));
  }

  /** @throws by constraint `sources_one_name` */
  async update(tx: Tx, row: SourceDetails): Promise<void> {
    await tx.run(
      `update sources set name = $4, kind = $5, contact = $6, contact_person_id = $7, team_id = $8, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, row.id, row.version, row.name, row.kind, row.contact, row.contact_person_id, row.team_id],
    );
  }

  /** Gives a source the name that one of its own aliases has; the name that it had becomes the alias. */
  async takeNameOfAlias(tx: Tx, source: { id: string; name: string }, alias: string): Promise<void> {
    const between = newId();
    await tx.run(
      'update sources set name = $4 where organization_id = $1 and merged_into_id = $2 and lower(name) = lower($3)',
      [tx.organizationId, source.id, alias, between],
    );
    const rename = 'update sources set name = $3 where organization_id = $1 and id = $2';
    await tx.run(rename, [tx.organizationId, source.id, alias]);
    await tx.run('update sources set name = $3 where organization_id = $1 and name = $2', [
      tx.organizationId,
      between,
      source.name,
    ]);
  }

  /** What went up in the merged one before goes on with it: a name leads to its source in one step. */
  async merge(tx: Tx, keptId: string, mergedId: string, at: string): Promise<void> {
    await tx.run(
      `update sources set merged_into_id = $2, merged_at = coalesce(merged_at, $4)
        where organization_id = $1 and (id = $3 or merged_into_id = $3)`,
      [tx.organizationId, keptId, mergedId, at],
    );
  }

  /**
   * Gives up to `most` impediments of one source to the other. `updated_at` stays: nobody did anything about them, and
   * for what was declined it is the day on which it ended.
   */
  moveImpediments(tx: Tx, keptId: string, mergedId: string, most: number): Promise<{ id: string; version: number }[]> {
    return tx.query<{ id: string; version: number }>(
      `update impediments set source_id = $2, version = version + 1
        where organization_id = $1 and id in (
          select id from impediments where organization_id = $1 and source_id = $3 order by id limit $4 for no key update)
        returning id, version`,
      [tx.organizationId, keptId, mergedId, most],
    );
  }
}

type Row = Record<string, unknown>;

/** `s` as it was asked for, `k` the one that stands for it. */
const STANDING = `
  select k.id, k.name, k.kind, k.version
    from sources s join sources k on k.organization_id = s.organization_id and k.id = coalesce(s.merged_into_id, s.id)
   where s.organization_id = $1 and k.merged_into_id is null`;

const NAMED = `
  select given.name as given, k.id, k.name, k.kind, k.version
    from unnest($2::text[]) as given(name)
    join sources s on s.organization_id = $1 and lower(s.name) = lower(given.name)
    join sources k on k.organization_id = $1 and k.id = coalesce(s.merged_into_id, s.id)
   where k.merged_into_id is null order by k.id for share of k`;

const DETAILS = `
  select s.id, s.name, s.kind, s.version, s.contact, s.contact_person_id, s.team_id, s.merged_into_id,
         (select k.name from sources k where k.organization_id = $1 and k.id = s.merged_into_id) as merged_into_name,
         array(select a.name from sources a where a.organization_id = $1 and a.merged_into_id = s.id
                order by lower(a.name)) as aliases
    from sources s where s.organization_id = $1`;

const SEARCH = `
  select k.id, k.name, k.kind, k.version from (
    select coalesce(n.merged_into_id, n.id) as id, min(${distanceOf('n.name')}) as distance,
           max(word_similarity($2, n.name)) as alike
      from sources n where n.organization_id = $1 and ${looksLike('n.name')} group by 1
  ) as found join sources k on k.organization_id = $1 and k.id = found.id
   where $5::text[] is null or k.kind = any($5::text[])
   order by found.distance, case when found.distance = ${GUESS} then -found.alike end, lower(k.name), k.id limit $6`;
