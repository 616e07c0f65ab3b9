import { type ImportOutcome, type ImportReport, importReport } from '@chapterhouse/domain/imports/import-outcome';
import { refuseImport } from '@chapterhouse/domain/imports/import-refusals';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx, TxScope } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { DecisionImport } from './decision-import.js';
import type { ImportOrder, ReadImport } from './import-kind.js';
import { JiraImport, type JiraMoment } from './jira-import.js';
import { OrganizationImport } from './organization-import.js';

/** What a look at the files found. */
export interface ImportPreview {
  choices: object;
  mapping: object;
  outcome: ImportOutcome;
  total: number;
}

/** How an import that has a row of its own is followed and finished. */
export interface ApplyOptions {
  importId?: string;
  /** The version that the row has once the import is applied. */
  version?: number;
  /** Who applies; absent for operators. */
  actorId?: string | undefined;
  /** Hears steps while the transaction is open, at most a few times a second. */
  progress?: (done: number, total: number) => Promise<void>;
  /** Runs in the import's own transaction, last: what it writes is there exactly when the import is. */
  finish?: (tx: Tx, preview: ImportPreview) => Promise<void>;
}

const PROGRESS_EVERY_MS = 300;

/**
 * Foreign keys are checked by statements whose plans a connection keeps. Made while a table was nearly empty, such a
 * plan walks through all rows of the organization for each row of a large import: its time grew with the square.
 */
const FRESH_PLANS = 'set local plan_cache_mode = force_custom_plan';

/** What is one step whatever its size, as the order that thousands of items come into: below the 8 s that a connection waits. */
const LONGER_STATEMENTS = `set local statement_timeout = '7s'`;

/**
 * Previews and applies imports: the way in for the web's service and for the command line. Reading happens outside of
 * any transaction; comparing and writing in one, so that a crash leaves nothing half-done.
 */
@Injectable()
export class ImportRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrganizationImport) private readonly organizationImport: OrganizationImport,
    @Inject(JiraImport) private readonly jiraImport: JiraImport,
    @Inject(DecisionImport) private readonly decisionImport: DecisionImport,
  ) {}

  /** What `apply` would do. @throws INVALID_INPUT for a mapping that makes no sense */
  async preview(order: ImportOrder): Promise<ImportReport> {
    return importReport((await this.look(order)).outcome);
  }

  /** @throws INVALID_INPUT; IMPORT_RUNNING while another import of the organization is applied */
  async apply(order: ImportOrder, options: ApplyOptions = {}): Promise<ImportReport> {
    return importReport((await this.run(order, options)).outcome);
  }

  async look(order: ImportOrder): Promise<ImportPreview> {
    const read = await this.read(order);
    return this.database.transaction({ organizationId: order.organizationId }, async (tx) => {
      const { total } = await read.plan(tx);
      return previewOf(read, total);
    });
  }

  /**
   * What the files offer to the mapping, without a comparison with the organization; `refused`, with where and what, when
   * nothing can be taken from them.
   */
  async choices(order: ImportOrder): Promise<object> {
    const { choices, tally } = await this.read(order);
    const { refused, problems } = tally.outcome();
    if (refused === undefined) return choices;
    return { ...choices, refused: problems.find(({ what }) => what === refused) ?? { where: '', what: refused } };
  }

  async run(order: ImportOrder, options: ApplyOptions): Promise<ImportPreview> {
    const read = await this.read(order);
    const importId = options.importId ?? newId();
    const scope: TxScope = {
      organizationId: order.organizationId,
      actorId: options.actorId,
      cause: `import:${importId}`,
    };
    if (read.prepare !== undefined && !read.tally.isRefused) await this.database.transaction(scope, read.prepare);
    return this.database.transaction(scope, async (tx) => {
      await this.alone(tx);
      await tx.run(FRESH_PLANS);
      await tx.run(LONGER_STATEMENTS);
      const planned = await read.plan(tx);
      const preview = previewOf(read, planned.total);
      await planned.apply(tx, throttled(planned.total, options.progress));
      const isNews = options.importId !== undefined || !read.tally.isIdle;
      if (isNews && !read.tally.isRefused) await this.record(tx, importId, options.version ?? 1, order, preview);
      await options.finish?.(tx, preview);
      return preview;
    });
  }

  private async read(order: ImportOrder): Promise<ReadImport> {
    const { organizationId, kind, files, mapping } = order;
    const moment = await this.moment(organizationId);
    const { today } = moment;
    if (kind === 'SIGS') return this.organizationImport.readSigs(files, mapping, today);
    if (kind === 'ORG') return this.organizationImport.readOrganizationFile(files, mapping, today);
    if (kind === 'ADR' || kind === 'KEP') return this.decisionImport.read(order, kind, today);
    return this.jiraImport.read(kind, files, mapping, moment);
  }

  private async moment(organizationId: string): Promise<JiraMoment> {
    const now = this.clock.now().toISOString();
    const row = await this.database.transaction({ organizationId }, (tx) =>
      tx.one<JiraMoment & Record<string, unknown>>(
        `select ($2::timestamptz at time zone time_zone)::date as today, time_zone as "timeZone"
           from organizations where organization_id = $1`,
        [organizationId, now],
      ),
    );
    return row ?? { today: now.slice(0, 10), timeZone: 'UTC' };
  }

  /** One import of an organization at a time: two would plan on the same state. @throws IMPORT_RUNNING */
  async alone(tx: Tx): Promise<void> {
    const row = await tx.one<{ alone: boolean }>('select pg_try_advisory_xact_lock(hashtextextended($1, 2)) as alone', [
      `import:${tx.organizationId}`,
    ]);
    if (row?.alone !== true) throw refuseImport('IMPORT_RUNNING', {});
  }

  private async record(
    tx: Tx,
    importId: string,
    version: number,
    { kind, files }: ImportOrder,
    { outcome }: ImportPreview,
  ): Promise<void> {
    const { created, updated, ended } = importReport(outcome);
    const sums = Object.entries({ created, updated, ended }).flatMap(([field, counts]) => {
      const words = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
      return words.length === 0 ? [] : [{ field, from: null, to: words.join(', ') }];
    });
    await this.events.append(tx, {
      name: 'import.applied',
      subjectType: 'Import',
      subjectId: importId,
      subjectVersion: version,
      payload: {
        changes: [{ field: 'kind', from: null, to: kind }, ...sums],
        note: files.map(({ name }) => name).join(', '),
      },
    });
  }
}

function previewOf({ choices, mapping, tally }: ReadImport, total: number): ImportPreview {
  return { choices, mapping, outcome: tally.outcome(), total };
}

/** Progress is for people: lost or late reports cost nothing, and the transaction does not wait for them. */
function throttled(total: number, progress: ApplyOptions['progress']): (done: number) => void {
  let last = Date.now();
  let busy = false;
  return (done) => {
    if (progress === undefined || busy || Date.now() - last < PROGRESS_EVERY_MS) return;
    last = Date.now();
    busy = true;
    void progress(done, total)
      .catch(() => undefined)
      .finally(() => {
        busy = false;
      });
  };
}
