import { reviewReminder } from '@chapterhouse/domain/communities/review-reminder';
import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { eachInTurn, type Turn } from '../../../platform/jobs/each-in-turn.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { ArtifactTransaction } from './artifact-transaction.js';
import { ArtifactsRepository } from './artifacts.repository.js';

const CAUSE = 'job:review-dates';

/**
 * Tells that an artifact is due for review: on its day, then monthly. One artifact per transaction, which holds its lock, the
 * event and the mark that it happened: so it happens once, however many workers run and wherever one of them dies.
 */
@Injectable()
export class ReviewReminders {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(ArtifactTransaction) private readonly transaction: ArtifactTransaction,
    @Inject(ArtifactsRepository) private readonly artifacts: ArtifactsRepository,
  ) {}

  /** One that fails does not keep the others waiting; its fault is thrown in the end. @returns how many artifacts */
  remind(organizationId: string, now: Date, isStopping?: () => boolean): Promise<number> {
    const scope = { organizationId, cause: CAUSE };
    return eachInTurn((seen) => this.database.transaction(scope, (tx) => this.one(tx, now, seen)), isStopping);
  }

  /** @param seen those that had their turn; grows by the one that has it now */
  private async one(tx: Tx, now: Date, seen: string[]): Promise<Turn> {
    const today = localDate(now, (await this.calendars.of(tx)).timeZone);
    const due = await tx.one<Due>(DUE, [tx.organizationId, today, seen]);
    if (!due) return 'nobody';
    seen.push(due.id);
    const day = reviewReminder({ dueOn: due.review_due_on, toldOn: due.review_told_on }, today);
    if (day === null) return 'nothing';
    const watchers = await this.artifacts.watchers(tx, due.id);
    const facilitators = await this.artifacts.facilitators(tx, due.community_id);
    // Nobody changed it: its version, and when it was changed last, stay.
    await tx.run(TOLD, [tx.organizationId, due.id, day]);
    const told = [...new Set([...facilitators, ...watchers])];
    await this.transaction.append(tx, due, { event: 'artifact.review-due', version: due.version, changes: [], told });
    return 'done';
  }
}

interface Due extends Record<string, unknown> {
  id: string;
  version: number;
  community_id: string;
  review_due_on: string;
  review_told_on: string | null;
}

/**
 * Finds one that may have to be told of and locks it; what somebody holds at this moment waits for the next run. A month is
 * 28 days at least.
 */
const DUE = `
  select a.id, a.version, a.community_id, a.review_due_on, a.review_told_on from artifacts a
    join communities c on c.organization_id = a.organization_id and c.id = a.community_id and c.closed_at is null
   where a.organization_id = $1 and a.id <> all($3::uuid[]) and a.archived_at is null and a.review_due_on <= $2::date
     and (a.review_told_on is null or a.review_told_on < a.review_due_on or a.review_told_on <= $2::date - 28)
   order by a.review_due_on, a.id limit 1 for no key update of a skip locked`;

const TOLD = 'update artifacts set review_told_on = $3 where organization_id = $1 and id = $2';
