import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { ThingName } from '../../platform/graphql/thing-names.js';
import type { PersonRow } from './person.graphql.js';

export interface NewPerson {
  id: string;
  name: string;
  email?: string | null | undefined;
}

/** A page of people: `after` is the key of the last one seen. */
export interface PeoplePage {
  search: string | null;
  after: { name: string; id: string } | null;
  limit: number;
}

/** @param today YYYY-MM-DD where the organization is */
@Injectable()
export class PeopleRepository {
  byIds(tx: Tx, ids: string[], today: string): Promise<PersonRow[]> {
    return tx.query<PersonRow & Row>(`${PERSON} where p.organization_id = $1 and p.id = any($3::uuid[])`, [
      tx.organizationId,
      today,
      ids,
    ]);
  }

  names(tx: Tx, ids: readonly string[]): Promise<ThingName[]> {
    return tx.query('select id as asked, name from people where organization_id = $1 and id = any($2::uuid[])', [
      tx.organizationId,
      ids,
    ]);
  }

  /** @param lock `update` to change the person; `share` when they get something that a deactivated person cannot have */
  byId(tx: Tx, id: string, today: string, lock: 'update' | 'share' = 'update'): Promise<PersonRow | undefined> {
    return tx.one<PersonRow & Row>(`${PERSON} where p.organization_id = $1 and p.id = $3 for ${lock} of p`, [
      tx.organizationId,
      today,
      id,
    ]);
  }

  page(tx: Tx, { search, after, limit }: PeoplePage, today: string): Promise<(PersonRow & { sort_name: string })[]> {
    return tx.query<PersonRow & Row & { sort_name: string }>(
      `${PERSON} where p.organization_id = $1 and ($3::text is null or p.name ilike $3)
          and ($4::text is null or (lower(p.name), p.id) > ($4, $5::uuid))
        order by lower(p.name), p.id limit $6`,
      [tx.organizationId, today, search, after?.name ?? null, after?.id ?? null, limit],
    );
  }

  async count(tx: Tx, search: string | null): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*) from people where organization_id = $1 and ($2::text is null or name ilike $2)',
      [tx.organizationId, search],
    );
    return row?.count ?? 0;
  }

  /** Of these people, those with an open invitation. */
  async invited(tx: Tx, ids: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ person_id: string }>(
      `select person_id from invitations where organization_id = $1 and person_id = any($2::uuid[])
          and accepted_at is null and revoked_at is null and expires_at > now()`,
      [tx.organizationId, ids],
    );
    return new Set(rows.map((row) => row.person_id));
  }

  async insert(tx: Tx, people: NewPerson[]): Promise<void> {
    await tx.run(
      `insert into people (organization_id, id, name, email)
       select $1, id, name, email from jsonb_to_recordset($2::jsonb) as n(id uuid, name text, email text)`,
      [tx.organizationId, JSON.stringify(people)],
    );
  }

  async update(tx: Tx, row: PersonRow): Promise<void> {
    await tx.run(
      `update people set name = $4, email = $5, version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, row.id, row.version, row.name, row.email],
    );
  }

  async deactivate(tx: Tx, row: PersonRow): Promise<void> {
    await tx.run(
      `update people set deactivated_at = now(), version = version + 1
        where organization_id = $1 and id = $2 and version = $3`,
      [tx.organizationId, row.id, row.version],
    );
  }

  /** Closes the person's account and open invitation; gives the e-mail that they signed in with. */
  async closeDoors(tx: Tx, personId: string): Promise<string | undefined> {
    await tx.run(
      `update invitations set revoked_at = now(), version = version + 1
        where organization_id = $1 and person_id = $2 and accepted_at is null and revoked_at is null`,
      [tx.organizationId, personId],
    );
    const account = await tx.one<{ email: string }>(
      `update accounts set disabled_at = now() where organization_id = $1 and person_id = $2 and disabled_at is null
       returning email`,
      [tx.organizationId, personId],
    );
    return account?.email;
  }
}

type Row = Record<string, unknown>;

const PERSON = `
  select p.id, p.name, p.email, p.deactivated_at, p.version, lower(p.name) as sort_name,
         exists (select from accounts c where c.organization_id = p.organization_id and c.person_id = p.id
                    and c.disabled_at is null) as has_account,
         exists (select from absences s where s.organization_id = p.organization_id and s.person_id = p.id
                    and s.starts_on <= $2::date and s.ends_before > $2::date) as absent_today
    from people p`;
