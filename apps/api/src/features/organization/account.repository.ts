import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

export interface AccountRow {
  person_id: string;
  name: string;
  email: string;
  password_hash: string;
}

/** Accounts: the local password of a person. Only the organization feature knows this table. */
@Injectable()
export class AccountRepository {
  byEmail(tx: Tx, email: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>(`${SELECT} and lower(a.email) = lower($2)`, [tx.organizationId, email.trim()]);
  }

  ofPerson(tx: Tx, personId: string): Promise<AccountRow | undefined> {
    return tx.one<AccountRow>(`${SELECT} and a.person_id = $2`, [tx.organizationId, personId]);
  }

  /** @throws the unique violations `accounts_pkey` and `accounts_one_email` */
  async create(tx: Tx, account: { personId: string; email: string; passwordHash: string }): Promise<void> {
    await tx.run('insert into accounts (organization_id, person_id, email, password_hash) values ($1, $2, $3, $4)', [
      tx.organizationId,
      account.personId,
      account.email.trim(),
      account.passwordHash,
    ]);
  }

  async setPassword(tx: Tx, personId: string, passwordHash: string): Promise<void> {
    await tx.run('update accounts set password_hash = $3 where organization_id = $1 and person_id = $2', [
      tx.organizationId,
      personId,
      passwordHash,
    ]);
  }
}

const SELECT = `
  select a.person_id, p.name, a.email, a.password_hash
    from accounts a join people p on p.organization_id = a.organization_id and p.id = a.person_id
   where a.organization_id = $1 and a.disabled_at is null and p.deactivated_at is null`;
