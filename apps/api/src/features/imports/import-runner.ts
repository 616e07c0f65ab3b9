import { type ImportOutcome, type ImportReport, importReport } from '@chapterhouse/domain/imports/import-outcome';
import { refuseImport } from '@chapterhouse/domain/imports/import-refusals';
import { Refusal } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { isPassing } from '../../platform/database/constraint.js';
import { Database } from '../../platform/database/database.js';
import { withFreshPlans } from '../../platform/database/fresh-plans.js';
import { newId } from '../../platform/database/new-id.js';
import type { Tx, TxScope } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { CalendarImport } from './calendar-import.js';
import { DecisionImport } from './decision-import.js';
import type { ImportOrder, ReadImport, SteppedImport } from './import-kind.js';
import { ImportSteps, PartlyApplied } from './import-steps.js';
import { JiraImport, type JiraMoment } from './jira-import.js';
import { OrganizationImport } from './organization-import.js';
import { PlaybookImport } from './playbook-import.js';

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
  /** Hears how far it is, at most a few times a second. */
  progress?: (done: number, total: number) => Promise<void>;
  /**
   * Of an import in steps, in a transaction before the first one: keeps what it will be in all. Answers what an earlier run
   * kept, if one ended early.
   */
  begin?: (tx: Tx, preview: ImportPreview) => Promise<ImportPreview>;
  /** Of an import in steps, in the transaction of each. */
  reached?: (tx: Tx, done: number, total: number) => Promise<void>;
  /** Of an import in steps: at most so many records to each. */
  mostPerStep?: number;
  /** Runs in the import's last transaction, last: what it writes is there exactly when the whole import is. */
  finish?: (tx: Tx, preview: ImportPreview) => Promise<void>;
}

const PROGRESS_EVERY_MS = 300;

/**
 * Previews and applies imports: the way in for the web's service and for the command line. Reading happens outside of
 * any transaction. What is small is compared and written in one; what may be large in steps, short transactions of which
 * each is whole, and a run after a crash takes the rest.
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
    @Inject(CalendarImport) private readonly calendarImport: CalendarImport,
    @Inject(PlaybookImport) private readonly playbookImport: PlaybookImport,
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
    // Of an import in steps this transaction only reads, and holds: without a write it keeps nobody's events back.
    return this.database.transaction(scope, async (holder) => {
      await this.alone(holder);
      await withFreshPlans(holder);
      const planned = await read.plan(holder);
      const preview = previewOf(read, planned.total);
      if ('inSteps' in planned) return this.inSteps({ order, options, importId, scope, holder, preview, planned });
      await planned.apply(holder, throttled(planned.total, options.progress));
      const isNews = options.importId !== undefined || !read.tally.isIdle;
      if (isNews && !read.tally.isRefused) await this.record(holder, importId, options.version ?? 1, order, preview);
      await options.finish?.(holder, preview);
      return preview;
    });
  }

  /** @throws PartlyApplied when something goes wrong that another try will not mend */
  private async inSteps(run: SteppedRun): Promise<ImportPreview> {
    const { order, options, importId, scope, holder, preview: found, planned } = run;
    await holder.run('set transaction read only; set local idle_in_transaction_session_timeout = 0');
    const { begin, reached, progress, mostPerStep: most } = options;
    const preview = begin === undefined ? found : await this.database.transaction(scope, (tx) => begin(tx, found));
    const { total } = preview;
    const tell = throttled(total, progress);
    const done = Math.max(0, total - planned.total);
    const steps = new ImportSteps(this.database, { scope, holder, done, total, reached, progress: tell, most });
    try {
      await planned.inSteps(steps);
      await steps.take(async (tx) => {
        if (options.importId !== undefined || !isIdle(preview))
          await this.record(tx, importId, options.version ?? 1, order, preview);
        await options.finish?.(tx, preview);
      });
    } catch (error) {
      if (isPassing(error) || error instanceof Refusal) throw error;
      throw new PartlyApplied(steps.reached, total, error);
    }
    return preview;
  }

  private async read(order: ImportOrder): Promise<ReadImport> {
    const { organizationId, kind, files, mapping } = order;
    const moment = await this.moment(organizationId);
    const { today } = moment;
    if (kind === 'SIGS') return this.organizationImport.readSigs(files, mapping, today);
    if (kind === 'ORG') return this.organizationImport.readOrganizationFile(files, mapping, today);
    if (kind === 'ADR' || kind === 'KEP') return this.decisionImport.read(order, kind, today);
    if (kind === 'CALENDAR') return this.calendarImport.read(files, mapping, moment);
    if (kind === 'PLAYBOOK') return this.playbookImport.read(order);
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

interface SteppedRun {
  order: ImportOrder;
  options: ApplyOptions;
  importId: string;
  scope: TxScope;
  holder: Tx;
  preview: ImportPreview;
  planned: SteppedImport;
}

function isIdle({ outcome: { counts } }: ImportPreview): boolean {
  return counts.every(({ created, updated, ended }) => created + updated + ended === 0);
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
