import { setImmediate } from 'node:timers/promises';
import { decisionAt, withTargets } from '@chapterhouse/domain/decisions/linked-words';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Zip, ZipDeflate } from 'fflate';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx, TxScope } from '../../../platform/database/tx.js';
import { decisionKeyOf } from '../decision-row.js';
import { DecisionsRepository } from '../decisions.repository.js';
import { type Narrowed, narrowedSql } from '../search/decision-filter.js';
import { DecisionsFoundRead } from '../search/decisions-found.read.js';
import { mayViewDecisions } from '../search/may-view-decisions.js';
import type { Question } from '../search/search-sql.js';
import { writeMadr } from './madr-writer.js';
import { fileName, OwnDocumentsRead, type OwnFile } from './own-documents.read.js';

/** Decisions of one statement; between them others get their turn. */
const BATCH = 100;
/** What a zip holds at most; its size of a search is bounded by what anybody reads. */
const MOST_FOUND = 1000;
/** In every file alike: the same decisions make the same zip. */
const ZIP_TIME = new Date(2000, 0, 1);

/** Decisions as MADR 4: one as a file, many or all as a zip that imports again. */
@Injectable()
export class DecisionExport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DecisionsRepository) private readonly decisions: DecisionsRepository,
    @Inject(DecisionsFoundRead) private readonly found: DecisionsFoundRead,
    @Inject(OwnDocumentsRead) private readonly documents: OwnDocumentsRead,
  ) {}

  /** @throws NOT_FOUND */
  async one(viewer: Viewer, number: number): Promise<{ name: string; text: string }> {
    mayViewDecisions(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await this.decisions.byNumber(tx, number);
      const [file] = row === undefined ? [] : await this.documents.of(tx, [row.id]);
      if (file === undefined) throw refusePlatform('NOT_FOUND', {});
      // Alone it has no other file beside it.
      return { name: file.name, text: textOf(file, new Map()) };
    });
  }

  /**
   * What the decision log shows with this question, however long; or these numbers.
   * @throws INVALID_INPUT for numbers of no decision, NOT_FOUND for places and people of nobody here: no zip without a word
   */
  async idsOf(viewer: Viewer, wanted: Question | { numbers: number[] }): Promise<string[]> {
    mayViewDecisions(viewer);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      if ('numbers' in wanted) {
        await refuseMissing(tx, wanted.numbers);
        return idsWhere(tx, 'd.number = any($2::int[])', [wanted.numbers]);
      }
      const { terms, narrowed } = wanted;
      await refuseForeign(tx, narrowed);
      if (terms.length === 0) {
        const values: unknown[] = [tx.organizationId];
        const conditions = narrowedSql(narrowed, viewer, values);
        return idsWhere(tx, conditions.join(' and ') || 'true', values.slice(1));
      }
      // Their titles and snippets are of no use here.
      const slice = { after: null, limit: MOST_FOUND, shown: false };
      const { found } = await this.found.page(tx, viewer, wanted, slice);
      return found.map(({ id }) => id);
    });
  }

  /** Every decision of an organization; for operators. */
  async everyId(scope: TxScope): Promise<string[]> {
    return this.database.transaction(scope, (tx) => idsWhere(tx, 'true', []));
  }

  /** @returns the zip in pieces, as they come about */
  async *zip(scope: TxScope, ids: readonly string[]): AsyncGenerator<Uint8Array> {
    const pieces: Uint8Array[] = [];
    const zip = new Zip((error, piece) => {
      if (error) throw error;
      pieces.push(piece);
    });
    const chosen = await this.database.transaction(scope, (tx) =>
      tx.query<{ id: string; number: number; title: string }>(
        'select id, number, title from decisions where organization_id = $1 and id = any($2::uuid[]) order by number',
        [tx.organizationId, ids],
      ),
    );
    const names = new Map(chosen.map((one) => [one.number, fileName(one)]));
    for (let start = 0; start < chosen.length; start += BATCH) {
      const batch = chosen.slice(start, start + BATCH).map(({ id }) => id);
      const files = await this.database.transaction(scope, (tx) => this.documents.of(tx, batch));
      for (const file of files) {
        const text = textOf(file, names);
        const entry = new ZipDeflate(names.get(file.number) ?? file.name, { level: 6 });
        entry.mtime = ZIP_TIME;
        zip.add(entry);
        entry.push(Buffer.from(text), true);
        await setImmediate();
      }
      yield* pieces.splice(0);
    }
    zip.end();
    yield* pieces.splice(0);
  }
}

/** @param names of the files beside it, by number: links lead to them */
function textOf({ document, day, successor }: OwnFile, names: ReadonlyMap<number, string>): string {
  const words = withTargets(document.words, (target) => names.get(decisionAt(target) ?? 0));
  const named = successor === null ? null : { key: decisionKeyOf(successor), file: names.get(successor) ?? null };
  return writeMadr({ ...document, words }, day, named);
}

/** By number. @param condition of `decisions d`; its values from $2 */
async function idsWhere(tx: Tx, condition: string, values: unknown[]): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select d.id from decisions d where d.organization_id = $1 and ${condition} order by d.number`,
    [tx.organizationId, ...values],
  );
  return rows.map(({ id }) => id);
}

/** Whoever asks for keys gets all of them, or hears which are not here. */
async function refuseMissing(tx: Tx, numbers: readonly number[]): Promise<void> {
  const missing = await tx.query<{ number: number }>(
    `select distinct n.number from unnest($2::int[]) as n(number)
      where not exists (select from decisions d where d.organization_id = $1 and d.number = n.number) order by n.number`,
    [tx.organizationId, numbers],
  );
  if (missing.length === 0) return;
  const keys = missing.map(({ number }) => decisionKeyOf(number)).join(', ');
  const problem = `${keys} ${missing.length === 1 ? 'is' : 'are'} not here: leave that out.`;
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'keys', problem }] });
}

async function refuseForeign(tx: Tx, { scope, decisionAreaId, personId }: Narrowed): Promise<void> {
  const row = await tx.one<{ known: boolean }>(KNOWN, [
    tx.organizationId,
    scope?.id ?? null,
    decisionAreaId ?? null,
    personId ?? null,
  ]);
  if (!row?.known) throw refusePlatform('NOT_FOUND', {});
}

const KNOWN = `
  select ($2::uuid is null or $2::uuid = $1 or exists (
            select from products where organization_id = $1 and id = $2 union all
            select from areas where organization_id = $1 and id = $2 union all
            select from teams where organization_id = $1 and id = $2))
     and ($3::uuid is null or exists (select from decision_areas where organization_id = $1 and id = $3))
     and ($4::uuid is null or exists (select from people where organization_id = $1 and id = $4)) as known`;
