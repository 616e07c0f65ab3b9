/**
 * The second wall around an organization's rows: row-level security that holds even for the table's owner.
 * Without `chapterhouse.organization_id` set in the transaction nothing is seen and nothing can be written.
 *
 * @returns SQL that encloses the table; the table must have `organization_id uuid not null`.
 */
export function tenantTable(table: string): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy tenant on ${table}
      using (organization_id = (select chapterhouse_organization()))
      with check (organization_id = (select chapterhouse_organization()));
    grant select, insert, update, delete on ${table} to chapterhouse_app;
  `;
}
