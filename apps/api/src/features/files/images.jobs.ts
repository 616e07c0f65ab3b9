import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { TxScope } from '../../platform/database/tx.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { ImageReferences } from './image-references.js';
import { ImagesRepository } from './images.repository.js';

const DAILY = '23 4 * * *';
/** Of one transaction: short enough for the statement's time limit. */
const BATCH = 200;

/**
 * Removes images that no text has shown for a week. The week begins anew whenever one is found unused that was not:
 * words that wait in a draft, and a picture cut out and put back, keep theirs. Running twice removes nothing more.
 */
@Injectable()
export class ImagesJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImageReferences) private readonly references: ImageReferences,
    @Inject(ImagesRepository) private readonly images: ImagesRepository,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'files.sweep-images',
      async (_payload, { scope, signal }) => {
        while (!signal.aborted && (await this.sweep(scope)) === BATCH);
      },
      { cron: DAILY },
    );
  }

  /** @returns how many were removed, at most a batch */
  sweep(scope: TxScope): Promise<number> {
    return this.database.transaction(scope, async (tx) => {
      await this.images.markShown(tx, await this.references.shown(tx));
      const removed = await this.images.deleteUnused(tx, BATCH);
      await this.events.append(
        tx,
        ...removed.map(({ id, name }) => ({
          name: 'image.removed',
          subjectType: 'Image',
          subjectId: id,
          subjectVersion: 2,
          payload: { changes: [{ field: 'image', from: name, to: null }] },
        })),
      );
      return removed.length;
    });
  }
}
