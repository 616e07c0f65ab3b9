import type { PoolClient } from 'pg';

/**
 * A backup that is restored into a younger server brings events whose transaction ids lie in this server's future: they
 * would count as not committed yet, and years later be told as new. They become part of this transaction, in their
 * order; who follows the log begins behind them. Does nothing otherwise: one probe of an index per organization.
 */
export async function adoptRestoredEvents(owner: PoolClient): Promise<void> {
  await owner.query(ADOPT);
}

/** The owner is held by row-level security as well, so it goes from organization to organization. */
const ADOPT = `
  do $$
  declare
    here xid8 := pg_current_xact_id();
    tenant uuid;
  begin
    for tenant in select distinct organization_id from doorways where kind = 'slug' loop
      perform set_config('chapterhouse.organization_id', tenant::text, true);
      update events set xid = here where organization_id = tenant and xid > here;
    end loop;
  end $$`;
