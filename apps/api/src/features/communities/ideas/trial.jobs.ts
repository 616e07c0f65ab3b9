import type { CommunityPayload } from '@chapterhouse/domain/communities/community-events';
import { localDate } from '@chapterhouse/domain/organization/working-calendar';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { eachInTurn, type Turn } from '../../../platform/jobs/each-in-turn.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { ReachablePeopleRead, WorkingCalendarRead } from '../../organization/public.js';

const CAUSE = 'job:remind-of-trials';
const HOURLY = '17 * * * *';

interface DueTrial extends Record<string, unknown> {
  id: string;
  version: number;
  community_id: string;
  by_id: string;
  trial_team_id: string;
  facilitator_ids: string[];
}

/**
 * The last day of a trial has come: its team, who had the idea and who facilitates are reminded to say what it showed, once
 * for each such day. One idea per transaction, which holds its lock, the event and the mark.
 */
@Injectable()
export class TrialJobs implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(EventLog) private readonly events: EventLog,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
    @Inject(ReachablePeopleRead) private readonly people: ReachablePeopleRead,
  ) {}

  onModuleInit(): void {
    this.jobs.register(
      'communities.remind-of-trials',
      async ({ organizationId }, { signal }) => {
        await this.remind(organizationId, this.clock.now(), () => signal.aborted);
      },
      { cron: HOURLY },
    );
  }

  /** @returns how many */
  remind(organizationId: string, now: Date, isStopping?: () => boolean): Promise<number> {
    const scope = { organizationId, cause: CAUSE };
    return eachInTurn((seen) => this.database.transaction(scope, (tx) => this.one(tx, now, seen)), isStopping);
  }

  /** @param seen those that had their turn; grows by the one that has it now */
  private async one(tx: Tx, now: Date, seen: string[]): Promise<Turn> {
    const { timeZone } = await this.calendars.of(tx);
    const due = await tx.one<DueTrial>(DUE, [tx.organizationId, localDate(now, timeZone), seen]);
    if (!due) return 'nobody';
    seen.push(due.id);
    const members = await this.people.membersOf(tx, [due.trial_team_id]);
    const told = [...new Set([due.by_id, ...members, ...due.facilitator_ids])];
    const payload: CommunityPayload = { changes: [], communityId: due.community_id, told };
    const of = { subjectType: 'Idea', subjectId: due.id, subjectVersion: due.version };
    await this.events.append(tx, { name: 'idea.trial-due', ...of, payload });
    return 'done';
  }
}

const DUE = `
  update ideas i set trial_told = i.trial_until
    from (select o.id from ideas o
            join communities c on c.organization_id = o.organization_id and c.id = o.community_id and c.closed_at is null
           where o.organization_id = $1 and o.id <> all($3::uuid[]) and o.state = 'ON_TRIAL' and o.trial_until <= $2::date
             and o.trial_told is distinct from o.trial_until
           order by o.trial_until, o.id limit 1 for no key update of o skip locked) as first
   where i.organization_id = $1 and i.id = first.id
  returning i.id, i.version, i.community_id, i.by_id, i.trial_team_id,
    array(select m.person_id from community_members m where m.organization_id = i.organization_id
             and m.community_id = i.community_id and m.facilitator) as facilitator_ids`;
