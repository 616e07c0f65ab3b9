import { currentAssignments } from '@chapterhouse/domain/actor';
import { can } from '@chapterhouse/domain/impediments/impediment-policy';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { Field, ObjectType } from '@nestjs/graphql';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { AnswersForRead } from '../organization/public.js';
import { ImpedimentObjects } from './impediment-objects.js';
import { IMPEDIMENT_COLUMNS, type ImpedimentRow, IS_OPEN } from './impediment-row.js';
import { Impediment } from './impediments.graphql.js';

@ObjectType({ description: 'What waits for the viewer today; each list has at most 100.' })
export class MyImpediments {
  @Field(() => [Impediment], { description: 'Owned and not resolved, what is due first comes first.' })
  owned: Impediment[];
  @Field(() => [Impediment], { description: 'Resolved, raised by the viewer or their team: is it gone?' })
  toConfirm: Impediment[];
  @Field(() => [Impediment], {
    description:
      'Raised and not triaged, of the teams whose Scrum Master (or stand-in) the viewer is; for Scrum of Scrums Masters, of their scope.',
  })
  toTriage: Impediment[];
}

/** Of one list: who has more work than that needs the board, not a list. */
const MOST = 100;

/** A fixed number of statements, whatever waits. */
@Injectable()
export class MyImpedimentsRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AnswersForRead) private readonly answersFor: AnswersForRead,
    @Inject(ImpedimentObjects) private readonly objects: ImpedimentObjects,
  ) {}

  async load(viewer: Viewer): Promise<MyImpediments> {
    const verdict = can(viewer.actor, 'impediment:view');
    if (!verdict.allowed) throw refusePlatform('FORBIDDEN', { action: 'impediment:view', reason: verdict.reason });
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const owned = await tx.query<ImpedimentRow>(OWNED, [tx.organizationId, viewer.personId]);
      const toConfirm = await tx.query<ImpedimentRow>(TO_CONFIRM, [
        tx.organizationId,
        viewer.personId,
        teamsOf(viewer),
      ]);
      const toTriage = await this.toTriage(tx, viewer);
      // Shown once even when it waits for the viewer twice: one load for all three lists.
      const rows = [...new Map([...owned, ...toConfirm, ...toTriage].map((row) => [row.id, row])).values()];
      const shown = await this.objects.many(tx, viewer, rows);
      const byId = new Map(shown.map((impediment, index) => [rows[index]?.id, impediment]));
      const list = (of: ImpedimentRow[]): Impediment[] => of.flatMap((row) => byId.get(row.id) ?? []);
      return { owned: list(owned), toConfirm: list(toConfirm), toTriage: list(toTriage) };
    });
  }

  private async toTriage(tx: Tx, viewer: Viewer): Promise<ImpedimentRow[]> {
    const roles = ['SCRUM_MASTER', 'SCRUM_OF_SCRUMS_MASTER'] as const;
    const scopes = await this.answersFor.scopes(tx, viewer.personId, roles, viewer.today);
    const places = [...scopes.values()].flat();
    if (places.length === 0) return [];
    return tx.query<ImpedimentRow>(TO_TRIAGE, [tx.organizationId, places]);
  }
}

/** Whoever confirms for the team: anybody who has a role in it today. */
function teamsOf(viewer: Viewer): string[] {
  return currentAssignments(viewer.actor).flatMap((held) => held.teamId ?? []);
}

const SELECT = `select ${IMPEDIMENT_COLUMNS} from impediments i where i.organization_id = $1 and ${IS_OPEN}`;

const OWNED = `${SELECT} and i.owner_id = $2 and i.state <> 'RESOLVED'
  order by i.due_on nulls last, i.clock_ends_at nulls last, i.raised_at, i.id limit ${MOST}`;

const TO_CONFIRM = `${SELECT} and i.state = 'RESOLVED' and (i.raised_by = $2 or i.raising_team_id = any($3::uuid[]))
  order by i.resolved_at, i.id limit ${MOST}`;

/** A place is a team, an area or the whole organization; the oldest first. */
const TO_TRIAGE = `${SELECT} and i.state = 'RAISED' and ($1::uuid = any($2::uuid[]) or exists (
    select from teams t where t.organization_id = i.organization_id and t.id = i.raising_team_id
       and (t.id = any($2::uuid[]) or t.area_id = any($2::uuid[]))))
  order by i.raised_at, i.id limit ${MOST}`;
