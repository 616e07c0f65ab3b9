import { filledLine, problemsOf } from '@chapterhouse/domain/field-checks';
import type { ImportEvent } from '@chapterhouse/domain/imports/import-events';
import { readJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { type FieldProblem, refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { newId } from '../../../platform/database/new-id.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import type { ImportKind } from '../import-kind.js';
import { found, mayImport } from '../imports.service.js';
import { type ImportMapping, mappingObject } from './import-mappings.graphql.js';
import { ImportMappingsRepository, type MappingRow } from './import-mappings.repository.js';

/** More would be a list that nobody reads. */
const MOST_MAPPINGS = 200;
/** Characters, as the table keeps them. */
const MOST_TEXT = 500_000;

export interface GivenMapping {
  kind: ImportKind;
  name: string;
  mapping: unknown;
}

/** Mappings under names: chosen once, used for every file of the same shape. Ids are the database's. */
@Injectable()
export class ImportMappingsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImportMappingsRepository) private readonly mappings: ImportMappingsRepository,
  ) {}

  /** @throws FORBIDDEN */
  list(viewer: Viewer, kind: ImportKind): Promise<ImportMapping[]> {
    mayImport(viewer, 'import:view');
    return this.database.transaction(scopeOf(viewer), async (tx) =>
      (await this.mappings.ofKind(tx, kind)).map(mappingObject),
    );
  }

  /** Undefined when there is none that the viewer may see. */
  async find(viewer: Viewer, id: string): Promise<ImportMapping | undefined> {
    mayImport(viewer, 'import:view');
    const row = await this.database.transaction(scopeOf(viewer), (tx) => this.mappings.byId(tx, id));
    return row && mappingObject(row);
  }

  /** For operators. */
  async named(organizationId: string, kind: ImportKind, name: string): Promise<object | undefined> {
    const row = await this.database.transaction({ organizationId }, (tx) => this.mappings.byName(tx, kind, name));
    return row?.mapping;
  }

  /** @throws FORBIDDEN, INVALID_INPUT */
  save(viewer: Viewer, given: GivenMapping, key: string | null | undefined): Promise<ImportMapping> {
    mayImport(viewer, 'import:run');
    const name = given.name.trim();
    const mapping = checked(given, name);
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, key, 'import:save-mapping', given, async () => {
        const known = await this.mappings.byName(tx, given.kind, name);
        if (known === undefined && (await this.mappings.count(tx)) >= MOST_MAPPINGS)
          throw invalid([{ field: 'name', problem: `There are ${MOST_MAPPINGS} mappings: remove some first.` }]);
        const row = await this.mappings.save(tx, { id: newId(), kind: given.kind, name, mapping });
        await this.note(tx, 'import.mapping-saved', row, row.version);
        return mappingObject(row);
      }),
    );
  }

  /** @throws FORBIDDEN, NOT_FOUND */
  async remove(viewer: Viewer, id: string, key: string | null | undefined): Promise<void> {
    mayImport(viewer, 'import:run');
    await this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, key, 'import:remove-mapping', { id }, async () => {
        const row = found(await this.mappings.byId(tx, id));
        await this.mappings.remove(tx, id);
        await this.note(tx, 'import.mapping-removed', row, row.version + 1);
        return { done: true };
      }),
    );
  }

  private async note(tx: Tx, name: ImportEvent, row: MappingRow, version: number): Promise<void> {
    const payload = { changes: [], note: row.name };
    await this.events.append(tx, {
      name,
      subjectType: 'ImportMapping',
      subjectId: row.id,
      subjectVersion: version,
      payload,
    });
  }
}

function checked({ kind, mapping }: GivenMapping, name: string): object {
  const problems = problemsOf('name', name, filledLine('Give the mapping a name', 100));
  const isRecord = typeof mapping === 'object' && mapping !== null && !Array.isArray(mapping);
  if (!isRecord) throw invalid([...problems, { field: 'mapping', problem: 'A mapping is a JSON object.' }]);
  if (JSON.stringify(mapping).length > MOST_TEXT)
    throw invalid([
      { field: 'mapping', problem: `A mapping has at most ${MOST_TEXT.toLocaleString('en')} characters.` },
    ]);
  if (kind === 'JIRA_JSON' || kind === 'JIRA_CSV') problems.push(...readJiraMapping(mapping).problems);
  if (problems.length > 0) throw invalid(problems);
  return mapping;
}

function invalid(fields: FieldProblem[]): Error {
  return refusePlatform('INVALID_INPUT', { fields });
}
