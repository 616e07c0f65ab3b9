import { ladderChanges, type LadderLevel, ladderProblems } from '@chapterhouse/domain/impediments/impediment-ladder';
import type { LadderEvent } from '@chapterhouse/domain/impediments/ladder-events';
import { canOnLadder, viewerCanOnLadder } from '@chapterhouse/domain/impediments/ladder-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { idempotently } from '../../../platform/graphql/idempotency.js';
import { ImpedimentLevels, Ladder } from '../impediment-levels.js';
import { typedText } from '../../../platform/graphql/typed-text.js';
import { type ImpedimentLadder, ladderObject } from './ladder.graphql.js';

/**
 * The ladder of the organization, edited whole. What runs keeps its terms: `termsOf` says why. Only names are the
 * ladder's own at any time.
 */
@Injectable()
export class EditLadder {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(ImpedimentLevels) private readonly levels: ImpedimentLevels,
  ) {}

  read(viewer: Viewer): Promise<ImpedimentLadder> {
    return this.database.transaction(scopeOf(viewer), async (tx) => shown(viewer, await this.levels.ladder(tx)));
  }

  /** @throws FORBIDDEN, INVALID_INPUT, CONFLICT */
  edit(
    viewer: Viewer,
    given: readonly LadderLevel[],
    version: number,
    idempotencyKey: string | null | undefined,
  ): Promise<ImpedimentLadder> {
    return this.database.transaction(scopeOf(viewer), (tx) =>
      idempotently(tx, idempotencyKey, 'ladder:edit', { given, version }, async () => {
        permit(viewer);
        const levels = given.map((level) => ({ ...level, name: typedText(level.name) }));
        const fields = ladderProblems(levels);
        if (fields.length > 0) throw refusePlatform('INVALID_INPUT', { fields });
        const before = await this.locked(tx);
        if (before.version !== version)
          throw refusePlatform('CONFLICT', { currentVersion: before.version, current: shown(viewer, before) });
        const changes = ladderChanges(before.levels, levels);
        if (changes.length === 0) return shown(viewer, before);
        await this.levels.write(tx, levels);
        await tx.run('update impediment_ladders set version = version + 1 where organization_id = $1', [
          tx.organizationId,
        ]);
        await this.events.append(tx, {
          name: 'ladder.edited' satisfies LadderEvent,
          subjectType: 'Organization',
          subjectId: tx.organizationId,
          subjectVersion: await this.organizationVersion(tx),
          payload: { changes },
        });
        return shown(viewer, new Ladder(levels, before.calendar, version + 1));
      }),
    );
  }

  private async locked(tx: Tx): Promise<Ladder> {
    await tx.run('insert into impediment_ladders (organization_id) values ($1) on conflict do nothing', [
      tx.organizationId,
    ]);
    await tx.query('select 1 from impediment_ladders where organization_id = $1 for update', [tx.organizationId]);
    return this.levels.ladder(tx);
  }

  /** The ladder has no row of its own in the log: it is the organization's, whose version it leaves alone. */
  private async organizationVersion(tx: Tx): Promise<number> {
    const row = await tx.one<{ version: number }>('select version from organizations where organization_id = $1', [
      tx.organizationId,
    ]);
    return row?.version ?? 1;
  }
}

function shown(viewer: Viewer, ladder: Ladder): ImpedimentLadder {
  return ladderObject(viewer.organizationId, ladder, viewerCanOnLadder(viewer.actor));
}

function permit(viewer: Viewer): void {
  const verdict = canOnLadder(viewer.actor, 'ladder:edit');
  if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'ladder:edit', reason: verdict.reason });
}
