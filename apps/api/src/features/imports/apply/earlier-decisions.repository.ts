import type { AdrDocument } from '@chapterhouse/domain/decisions/adr-document';
import {
  DECISION_FILES,
  type EarlierDecision,
  type EarlierImports,
  type OpenReference,
} from '@chapterhouse/domain/imports/earlier-decisions';
import type { IdentityBook } from '@chapterhouse/domain/imports/present-organization';
import { Injectable } from '@nestjs/common';
import { inBatches } from '../../../platform/database/in-batches.js';
import type { Tx } from '../../../platform/database/tx.js';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** What is longer leads nowhere anyway. */
const LONGEST = 600;

/** What earlier imports left here that files may refer to, and what it still waits for. */
@Injectable()
export class EarlierDecisionsRepository {
  /** Those of the same source, and those that our own files name or that wait for one of these. */
  async load(tx: Tx, documents: readonly AdrDocument[], source: string, book: IdentityBook): Promise<EarlierImports> {
    const own = documents.filter(({ kept }) => kept !== null);
    const open = await tx.query<OpenReference & Record<string, unknown>>(OPEN, [
      tx.organizationId,
      source,
      own.flatMap(({ kept }) => kept?.id ?? []),
    ]);
    const named = own
      .flatMap(({ supersedes, supersededBy }) => [...supersedes, ...supersededBy])
      .map((former) => book.find(DECISION_FILES, 'decision', former)?.entityId ?? former)
      .filter((id) => UUID.test(id));
    const ids = new Set([...named, ...open.map(({ decisionId }) => decisionId)]);
    const decisions = await tx.query<EarlierDecision & Record<string, unknown>>(DECISIONS, [
      tx.organizationId,
      source,
      [...ids],
    ]);
    return { decisions, open };
  }

  /** @param ids of those whose files were read: what they say now counts. @param found what leads somewhere now */
  async save(
    tx: Tx,
    ids: readonly string[],
    open: readonly OpenReference[],
    found: readonly OpenReference[],
  ): Promise<void> {
    await tx.run('delete from decision_open_references where organization_id = $1 and decision_id = any($2::uuid[])', [
      tx.organizationId,
      ids,
    ]);
    const each =
      (sql: string) =>
      async (batch: OpenReference[]): Promise<void> => {
        await tx.run(sql, [tx.organizationId, JSON.stringify(batch)]);
      };
    await inBatches(found, each(FORGET));
    const short = open.filter(({ reference }) => reference !== '' && reference.length <= LONGEST);
    await inBatches(short, each(REMEMBER));
  }
}

const OF_SOURCE = `d.import_identity = $2::text || '/' || d.imported_from`;

const OPEN = `
  select r.decision_id as "decisionId", r.says, r.reference
    from decision_open_references r
    join decisions d on d.organization_id = r.organization_id and d.id = r.decision_id
   where r.organization_id = $1 and (${OF_SOURCE} or r.reference = any($3::text[]))
   order by d.number, r.says, r.reference`;

const DECISIONS = `
  select d.id, d.state, d.title, d.superseded_by as "supersededBy",
         case when ${OF_SOURCE} then d.imported_from else '' end as path,
         array(select p.id from decisions p where p.organization_id = d.organization_id and p.superseded_by = d.id
               union select s.superseded_id from decision_supersedes s
                      where s.organization_id = d.organization_id and s.decision_id = d.id) as supersedes
    from decisions d
   where d.organization_id = $1 and (${OF_SOURCE} or d.id = any($3::uuid[]))
   order by d.number`;

const GIVEN = 'jsonb_to_recordset($2::jsonb) as g("decisionId" uuid, says text, reference text)';

const FORGET = `
  delete from decision_open_references r using ${GIVEN}
   where r.organization_id = $1 and r.decision_id = g."decisionId" and r.says = g.says and r.reference = g.reference`;

const REMEMBER = `
  insert into decision_open_references (organization_id, decision_id, says, reference)
  select $1, g."decisionId", g.says, g.reference from ${GIVEN}
  on conflict do nothing`;
