import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiter } from '../../../platform/auth/rate-limiter.js';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { BlockagesRead } from '../briefs/blockages.read.js';
import { ImpedimentLevels } from '../impediment-levels.js';
import { allHere, refuseWindow } from '../numbers/numbers.service.js';
import { CSV_HEAD, CsvLines } from './csv-columns.js';
import type { CsvQuestion } from './csv-question.js';
import { CSV_BATCH, CsvRead } from './csv.read.js';

/** Files of one person; each may be all that an organization has. */
const MOST_FILES = 30;
const WINDOW_SECONDS = 600;

/** Impediments as a file, however many: a batch is read when the one before is written, each in a transaction of its own. */
@Injectable()
export class ImpedimentCsv {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(RateLimiter) private readonly limits: RateLimiter,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
    @Inject(CsvRead) private readonly rows: CsvRead,
    @Inject(BlockagesRead) private readonly blockages: BlockagesRead,
  ) {}

  /**
   * The head and the lines, in the order of keys. What is raised meanwhile comes at the end; what changes meanwhile is
   * as it is when its batch is read.
   * @param stillViewer asked before each batch: whoever has lost access gets no more
   * @throws FORBIDDEN, RATE_LIMITED, INVALID_INPUT, NOT_FOUND before the first text
   */
  async *texts(viewer: Viewer, question: CsvQuestion, stillViewer: () => Promise<Viewer>): AsyncGenerator<string> {
    mayView(viewer);
    await this.limits.count(`impediments-csv:${viewer.organizationId}:${viewer.personId}`, MOST_FILES, WINDOW_SECONDS);
    if (question.screen === 'NUMBERS') refuseWindow(question.counted);
    const lines = await this.database.transaction(scopeOf(viewer), async (tx) => {
      if (question.screen === 'NUMBERS' && !(await allHere(tx, question.counted)))
        throw refusePlatform('NOT_FOUND', {});
      return new CsvLines(await this.levels.ladder(tx), viewer.now);
    });
    let head = CSV_HEAD;
    for (let number = 0; ;) {
      const asker = number === 0 ? viewer : await stillViewer();
      mayView(asker);
      const { rows, blockages } = await this.database.transaction(scopeOf(asker), async (tx) => {
        const batch = await this.rows.after(tx, number, question, { ...asker, now: viewer.now });
        return { rows: batch, blockages: await this.blockages.toldByLog(tx, batch) };
      });
      yield head + rows.map((row) => lines.line(row, blockages.get(row.id))).join('');
      head = '';
      const last = rows.at(-1);
      if (rows.length < CSV_BATCH || !last) return;
      number = last.number;
    }
  }
}

function mayView({ actor }: Viewer): void {
  const verdict = can(actor, 'impediment:view');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
}
