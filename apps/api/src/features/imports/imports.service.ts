import { refuseImport } from '@chapterhouse/domain/imports/import-refusals';
import { can } from '@chapterhouse/domain/organization/organization-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { readPage, toConnection, type Connection } from '../../platform/graphql/connection.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { APPLY_JOB } from './apply-import.job.js';
import { ImportFilesRepository } from './import-files.repository.js';
import type { ImportOrder } from './import-kind.js';
import { ImportRunner } from './import-runner.js';
import { type Import, importObject, type ImportRow, type ImportState } from './imports.graphql.js';
import { ImportsRepository } from './imports.repository.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What people do with imports. Ids are the database's. */
@Injectable()
export class ImportsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(ImportFilesRepository) private readonly files: ImportFilesRepository,
    @Inject(ImportRunner) private readonly runner: ImportRunner,
  ) {}

  /** @throws FORBIDDEN, NOT_FOUND */
  async row(viewer: Viewer, id: string): Promise<ImportRow> {
    mayImport(viewer, 'import:view');
    return found(await this.database.transaction(scopeOf(viewer), (tx) => this.imports.byId(tx, id)));
  }

  async page(
    viewer: Viewer,
    first: number | null | undefined,
    after: string | null | undefined,
  ): Promise<Connection<Import>> {
    mayImport(viewer, 'import:view');
    const page = readPage(first, after, 2);
    const [at = '', id = ''] = page.after ?? [];
    if (page.after !== null && (!UUID.test(id) || Number.isNaN(Date.parse(at))))
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'after', problem: 'This is no cursor of this list; start again without it.' }],
      });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.imports.page(tx, page.limit, page.after === null ? null : [at, id]);
      return toConnection(page, rows, await this.imports.count(tx), (row) => [row.created_at, row.id], importObject);
    });
  }

  /** What the files offer to the mapping; read from them until a preview has. */
  async choices(viewer: Viewer, row: Pick<ImportRow, 'id' | 'kind' | 'file_names'>): Promise<object> {
    return this.runner.choices(this.order(viewer, row, {}));
  }

  /** @throws FORBIDDEN, NOT_FOUND, CONFLICT, IMPORT_STATE; INVALID_INPUT for a mapping that makes no sense */
  async preview(viewer: Viewer, id: string, version: number, mapping: unknown): Promise<Import> {
    mayImport(viewer, 'import:run');
    const row = await this.row(viewer, id);
    this.check(row, version, ['UPLOADED', 'PREVIEWED', 'FAILED', 'APPLIED']);
    const preview = await this.runner.look(this.order(viewer, row, mapping));
    return this.change(viewer, id, 'import.previewed', async (tx) =>
      this.imports.update(tx, id, version, {
        state: 'PREVIEWED',
        mapping: preview.mapping,
        preview: { choices: preview.choices, outcome: preview.outcome },
        result: null,
        progress_done: 0,
        progress_total: preview.total,
        failure: '',
      }),
    );
  }

  /** Orders the work and answers at once. @throws IMPORT_STATE without a preview, IMPORT_RUNNING */
  async apply(viewer: Viewer, id: string, version: number): Promise<Import> {
    mayImport(viewer, 'import:run');
    return this.change(viewer, id, 'import.started', async (tx, row) => {
      this.check(row, version, ['PREVIEWED', 'APPLYING']);
      // Left over by a process that died: whoever works on it holds the lock.
      if (row.state === 'APPLYING') await this.runner.alone(tx);
      const next = await this.imports.update(tx, id, version, { state: 'APPLYING', progress_done: 0, failure: '' });
      await this.jobs.enqueue(tx, APPLY_JOB, { importId: id, actorId: viewer.personId }, { jobKey: id });
      return next;
    });
  }

  /** Forgets the files and the preview; what was applied stays. @throws IMPORT_STATE while it is applied */
  async discard(viewer: Viewer, id: string, version: number): Promise<void> {
    mayImport(viewer, 'import:run');
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = found(await this.imports.byId(tx, id, 'for update of i'));
      this.check(row, version, ['UPLOADED', 'PREVIEWED', 'FAILED', 'APPLIED']);
      await this.imports.remove(tx, id);
      await this.note(tx, 'import.discarded', row, version + 1);
    });
  }

  private async change(
    viewer: Viewer,
    id: string,
    event: string,
    write: (tx: Tx, row: ImportRow) => Promise<number | undefined>,
  ): Promise<Import> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = found(await this.imports.byId(tx, id, 'for update of i'));
      const next = await write(tx, row);
      if (next === undefined) throw conflict(row);
      await this.note(tx, event, row, next);
      return importObject(found(await this.imports.byId(tx, id)));
    });
  }

  private async note(tx: Tx, name: string, row: ImportRow, version: number): Promise<void> {
    const payload = { changes: [], note: row.file_names.join(', ') };
    await this.events.append(tx, { name, subjectType: 'Import', subjectId: row.id, subjectVersion: version, payload });
  }

  private check(row: ImportRow, version: number, expected: ImportState[]): void {
    if (row.version !== version) throw conflict(row);
    if (!expected.includes(row.state)) throw refuseImport('IMPORT_STATE', { state: row.state, expected });
  }

  private order(
    { organizationId }: Viewer,
    row: Pick<ImportRow, 'id' | 'kind' | 'file_names'>,
    mapping: unknown,
  ): ImportOrder {
    return { organizationId, kind: row.kind, mapping, files: this.files.files(organizationId, row.id, row.file_names) };
  }
}

/** @throws FORBIDDEN */
export function mayImport(viewer: Viewer, action: 'import:view' | 'import:run'): void {
  const verdict = can(viewer.actor, action);
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action, reason: verdict.reason });
}

export function found<T>(row: T | undefined): T {
  if (row === undefined) throw refusePlatform('NOT_FOUND', {});
  return row;
}

export function conflict(row: ImportRow): Error {
  const { requestedById: _id, knownChoices: _choices, ...current } = importObject(row);
  return refusePlatform('CONFLICT', { currentVersion: row.version, current });
}
