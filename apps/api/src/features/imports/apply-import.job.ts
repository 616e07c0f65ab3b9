import { Refusal } from '@chapterhouse/domain/refusal';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isPassing } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ImportFilesRepository } from './import-files.repository.js';
import { type ImportPreview, ImportRunner } from './import-runner.js';
import { PartlyApplied, partlyWords } from './import-steps.js';
import type { ImportRow } from './imports.graphql.js';
import { ImportsRepository } from './imports.repository.js';

export const APPLY_JOB = 'imports.apply';

const CHANGED = 'The import was changed while it was applied.';

/**
 * Applies an import that somebody ordered. A second run of the same job finds it applied and does nothing, or goes on where
 * the first one ended.
 */
@Injectable()
export class ApplyImportJob implements OnModuleInit {
  private readonly logger = new Logger('Imports');

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(ImportsRepository) private readonly imports: ImportsRepository,
    @Inject(ImportFilesRepository) private readonly files: ImportFilesRepository,
    @Inject(ImportRunner) private readonly runner: ImportRunner,
  ) {}

  onModuleInit(): void {
    this.jobs.register(APPLY_JOB, async ({ organizationId, importId, actorId }) => {
      if (typeof importId !== 'string') throw new TypeError('An apply job names its import.');
      await this.work(organizationId, importId, typeof actorId === 'string' ? actorId : undefined);
    });
  }

  /** @param actorId who ordered it */
  async work(organizationId: string, importId: string, actorId: string | undefined): Promise<void> {
    const row = await this.database.transaction({ organizationId }, (tx) => this.imports.byId(tx, importId));
    if (row?.state !== 'APPLYING') return;
    const order = {
      organizationId,
      kind: row.kind,
      mapping: row.mapping,
      files: this.files.files(organizationId, importId, row.file_names),
    };
    try {
      await this.runner.run(order, {
        importId,
        version: row.version + 1,
        actorId,
        progress: (done, total) => this.progress(organizationId, importId, done, total),
        begin: (tx, preview) => this.begin(tx, row, preview),
        reached: async (tx, done, total) => {
          if (!(await this.imports.reached(tx, row, done, total))) throw new Error(CHANGED);
        },
        finish: async (tx, { outcome, total }) => {
          if (outcome.refused !== undefined)
            return this.end(tx, row, { state: 'FAILED', failure: outcome.refused, result: outcome });
          const done = { progress_done: total, progress_total: total, applied_at: new Date().toISOString() };
          return this.end(tx, row, { state: 'APPLIED', result: outcome, ...done });
        },
      });
    } catch (error) {
      // Tried again: whoever else imports comes to an end, too.
      if (isPassing(error) || (error instanceof Refusal && error.code === 'IMPORT_RUNNING')) throw error;
      await this.fail(row, organizationId, actorId, error);
    }
  }

  /** What a run that a crash ended has kept of the whole counts: planned anew, it would be of the rest. */
  private async begin(tx: Tx, row: ImportRow, preview: ImportPreview): Promise<ImportPreview> {
    if (row.result !== null) return { ...preview, outcome: row.result, total: row.progress_total };
    if (!(await this.imports.begin(tx, row, preview.outcome, preview.total))) throw new Error(CHANGED);
    return preview;
  }

  private async progress(organizationId: string, importId: string, done: number, total: number): Promise<void> {
    await this.database.transaction({ organizationId }, (tx) => this.imports.progress(tx, importId, done, total));
  }

  private async fail(
    row: ImportRow,
    organizationId: string,
    actorId: string | undefined,
    error: unknown,
  ): Promise<void> {
    const errorId = newId();
    this.logger.error({ errorId, importId: row.id, message: error instanceof Error ? error.message : String(error) });
    const said = error instanceof PartlyApplied ? partlyWords(error.done, error.total) : 'Nothing was changed.';
    const failure = `Something went wrong on our side. ${said} Error ${errorId}.`;
    await this.database.transaction({ organizationId, actorId, cause: `import:${row.id}` }, (tx) =>
      this.end(tx, row, { state: 'FAILED', failure, result: null }),
    );
  }

  private async end(tx: Tx, row: ImportRow, changes: Parameters<ImportsRepository['update']>[3]): Promise<void> {
    const version = await this.imports.update(tx, row.id, row.version, changes);
    // Somebody else ended it first: nothing of this run must stay.
    if (version === undefined) throw new Error(CHANGED);
    if (changes.state !== 'FAILED') return;
    await this.events.append(tx, {
      name: 'import.failed',
      subjectType: 'Import',
      subjectId: row.id,
      subjectVersion: version,
      payload: { changes: [], note: changes.failure ?? '' },
    });
  }
}
