import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { built } from './built-product.mjs';
import { inProduct, withOwner } from './house.mjs';
import { givenOptions } from './server-process.mjs';

const { databaseUrl, secret, path, count, how } = givenOptions();
const BATCH = 1000;

const INSERT = `
  insert into backlog_items (organization_id, id, external_key, title, type, state, created_at)
  select $1, id, key, title, 'Story', 'DONE', created from jsonb_to_recordset($2::jsonb) as r(id uuid, key text, title text, created timestamptz)`;

process.send?.(how === 'product' ? await byProduct() : await bare());
process.disconnect();

/** As the command line does it: the file in memory, then read, compared and applied in one transaction. */
function byProduct() {
  return inProduct({ databaseUrl, secret }, async (app) => {
    const { NewOrganization } = await built('features/organization/new-organization');
    const { ImportRunner } = await built('features/imports/import-runner');
    const facts = { name: 'Import', slug: `import-${randomUUID()}`, timeZone: 'UTC' };
    const organizationId = await app
      .get(NewOrganization, { strict: false })
      .create(facts, async (tx) => tx.organizationId);
    const runner = app.get(ImportRunner, { strict: false });
    return timed(async () => {
      const files = [{ name: basename(path), content: await readFile(path) }];
      const { created, problems } = await runner.apply({ organizationId, kind: 'JIRA_JSON', files, mapping: {} });
      const items = Object.entries(created).find(([kind]) => /item/i.test(kind))?.[1];
      if (items !== count)
        throw new Error(`${items} of ${count} issues: ${JSON.stringify({ created, problems: problems.slice(0, 3) })}`);
    });
  });
}

/** The limit: the file parsed at once, every issue one minimal row, nothing compared, no history, no events. */
function bare() {
  return withOwner(databaseUrl, async (owner) => {
    const { rows } = await owner.query('select organization_id from organizations limit 1');
    const measured = await timed(async () => {
      const { issues } = JSON.parse(await readFile(path, 'utf8'));
      await owner.query('begin');
      for (let from = 0; from < issues.length; from += BATCH) {
        const records = issues
          .slice(from, from + BATCH)
          .map(({ key, fields }) => ({ id: randomUUID(), key, title: fields.summary, created: fields.created }));
        await owner.query(INSERT, [rows[0].organization_id, JSON.stringify(records)]);
      }
      await owner.query('commit');
    });
    // Not counted: the next round inserts the same keys.
    await owner.query('delete from backlog_items where organization_id = $1', [rows[0].organization_id]);
    return measured;
  });
}

async function timed(work) {
  const idleMb = peak();
  const startedAt = performance.now();
  await work();
  return { perSecond: (count / (performance.now() - startedAt)) * 1000, peakMb: peak(), idleMb };
}

/** The most memory that this process has had so far, in MB. */
function peak() {
  return process.resourceUsage().maxRSS / 1024;
}
