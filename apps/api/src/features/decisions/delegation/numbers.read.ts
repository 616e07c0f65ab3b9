import type { DecisionScope } from '@chapterhouse/domain/decisions/delegation-cell';
import type { DelegationLevel } from '@chapterhouse/domain/decisions/delegation-levels';
import { canDelegate } from '@chapterhouse/domain/decisions/delegation-policy';
import { delegationNumbers } from '@chapterhouse/domain/decisions/delegation-numbers';
import { WorkingTime } from '@chapterhouse/domain/organization/working-time';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import { WorkingCalendarRead } from '../../organization/public.js';
import { refuseField } from '../refuse-decision.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import type { DelegationNumbersObject } from './numbers.graphql.js';

/** Days are YYYY-MM-DD where the organization is; the scope with all below it, null for everything. */
export interface NumbersWindow {
  from: string;
  endsBefore: string;
  scope: DecisionScope | null;
}

const MOST_YEARS = 10;

interface InScope extends Record<string, unknown> {
  scope: DecisionScope;
}
type DecidedRow = InScope & { level: DelegationLevel; proposedAt: string; decidedAt: string };
type VetoRow = InScope & { level: DelegationLevel };
type ConsentRow = InScope & { dueAt: string; endedAt: string | null; lateBefore: boolean };

/** How healthy delegation is: four statements, whatever the window. */
@Injectable()
export class DelegationNumbersRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DelegationPeopleRead) private readonly people: DelegationPeopleRead,
    @Inject(WorkingCalendarRead) private readonly calendars: WorkingCalendarRead,
  ) {}

  /** @throws NOT_FOUND for a scope of nobody here, INVALID_INPUT */
  numbers(viewer: Viewer, { from, endsBefore, scope }: NumbersWindow): Promise<DelegationNumbersObject> {
    const verdict = canDelegate(viewer.actor, 'delegation:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'delegation:view', reason: verdict.reason });
    refuseWindow(from, endsBefore);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const tree = await this.people.tree(tx, viewer.today);
      if (scope !== null && !tree.find(scope)) throw refusePlatform('NOT_FOUND', {});
      const isMeant = (row: InScope): boolean => scope === null || tree.isWithin(row.scope, scope);
      const calendar = await this.calendars.of(tx);
      const given = [tx.organizationId, from, endsBefore, calendar.timeZone];
      const decided = (await tx.query<DecidedRow>(DECIDED, given)).filter(isMeant);
      const vetoes = (await tx.query<VetoRow>(VETOES, given)).filter(isMeant);
      const consents = (await tx.query<ConsentRow>(CONSENTS, given)).filter(isMeant);
      const worked = WorkingTime.of(calendar);
      const numbers = delegationNumbers(
        decided.map(({ level, proposedAt, decidedAt }) => ({
          level,
          took: worked.between(Date.parse(proposedAt), Date.parse(decidedAt)),
        })),
        vetoes,
        consents.map(({ dueAt, endedAt, lateBefore }) => ({
          lateBefore,
          dueAt: Date.parse(dueAt),
          endedAt: endedAt === null ? null : Date.parse(endedAt),
        })),
        viewer.now.getTime(),
      );
      return { from, endsBefore, ...numbers };
    });
  }
}

function refuseWindow(from: string, endsBefore: string): void {
  if (from >= endsBefore) refuseField('endsBefore', 'Let the window end after it begins.');
  const most = `${Number(from.slice(0, 4)) + MOST_YEARS}${from.slice(4)}`;
  if (endsBefore > most) refuseField('endsBefore', `Ask for ${MOST_YEARS} years at most.`);
}

const SCOPE = `jsonb_build_object('kind', d.scope_kind, 'id', d.scope_id) as scope`;
/** $2 to before $3 are days in the zone $4. */
const inWindow = (at: string): string =>
  `${at} >= $2::date::timestamp at time zone $4 and ${at} < $3::date::timestamp at time zone $4`;

/** What files brought was decided elsewhere, by other rules. */
const DECIDED = `
  select ${SCOPE}, coalesce(d.delegation->>'level', 'TELL') as level, d.proposed_at as "proposedAt",
         d.decided_at as "decidedAt"
    from decisions d
   where d.organization_id = $1 and d.import_identity is null and d.state not in ('PROPOSED', 'WITHDRAWN')
     and ${inWindow('d.decided_at')}`;

/** By when trust was taken back: those of a month ago are news today. */
const VETOES = `
  select ${SCOPE}, coalesce(d.delegation->>'level', 'TELL') as level
    from decisions d
   where d.organization_id = $1 and d.import_identity is null and ${inWindow('d.vetoed_at')}`;

/** What was given at the moment of asking was asked of nobody; asked again, it counts when that was. What is decided waits for nothing. */
const CONSENTS = `
  select ${SCOPE}, a.due_at as "dueAt", coalesce(a.answered_at, a.ended_at, d.decided_at) as "endedAt",
         a.late_before as "lateBefore"
    from decision_asks a join decisions d on d.organization_id = a.organization_id and d.id = a.decision_id
   where a.organization_id = $1 and a.kind = 'CONSENT' and a.answered_at is distinct from a.asked_at
     and d.import_identity is null and ${inWindow('a.asked_at')}`;
