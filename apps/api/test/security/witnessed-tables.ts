import pg from 'pg';

/** What the board's answer is made of, by table: all columns, or those whose change shows. */
const SHOWN: Record<string, string> = {
  impediments: '',
  impediment_teams: '',
  impediment_labels: '',
  impediment_comments: '',
  impediment_votes: '',
  impediment_watchers: '',
  impediment_clocks: 'of paused_at, paused_because, ended_at',
  labels: '',
  sources: '',
  people: 'of name',
  teams: '',
  areas: '',
  organizations: '',
};

/**
 * From now on the database refuses to commit a change of these rows without an event of the same transaction.
 * @returns ends it
 */
export async function witnessed(databaseUrl: string): Promise<() => Promise<void>> {
  await asOwner(databaseUrl, async (owner) => {
    await owner.query(`
      create function must_be_told() returns trigger language plpgsql security definer as $$
      begin
        if not exists (select from events where organization_id = coalesce(new.organization_id, old.organization_id)
                          and xid = pg_current_xact_id()) then
          raise exception 'A row of % changed without an event.', tg_table_name;
        end if;
        return null;
      end $$`);
    for (const [table, columns] of Object.entries(SHOWN))
      await owner.query(
        `create constraint trigger told after insert or delete or update ${columns} on ${table}
           deferrable initially deferred for each row execute function must_be_told()`,
      );
  });
  return () => asOwner(databaseUrl, (owner) => owner.query('drop function must_be_told cascade'));
}

async function asOwner(databaseUrl: string, work: (owner: pg.Client) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    await work(owner);
  } finally {
    await owner.end();
  }
}
