import { FACILITATOR_AWAY_MINUTES, isMemberOf } from '@chapterhouse/domain/chapters/chapter-policy';
import { canOnChapter } from '@chapterhouse/domain/chapters/chapter-policy';
import type { ActorAssignment } from '@chapterhouse/domain/actor';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { globalId } from '../../../platform/graphql/global-id.js';
import { Presences } from '../../../platform/realtime/presences.js';
import { OrganizationReferences } from '../../organization/public.js';
import { refuseField } from '../chapter-permission.js';
import { placeOf, scopeOfChapter } from '../chapter-row.js';
import type { SessionRow } from './session-row.js';
import { SessionWrites } from './session-writes.js';
import { type OpenedTriage, type TriageCall, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';

const AWAY = FACILITATOR_AWAY_MINUTES * 60_000;

/** One facilitator at a time: handed over by them, or taken over when they are gone. */
@Injectable()
export class HandOver {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(Presences) private readonly presences: Presences,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws FORBIDDEN; NOT_FOUND for somebody of nobody here; INVALID_INPUT for somebody who could not facilitate */
  to(call: TriageCall, personId: string): Promise<TriageSession> {
    const { viewer } = call;
    const takesOver = personId === viewer.personId;
    return this.transaction.change(
      call,
      takesOver ? 'triage:take-over' : 'triage:hand-over',
      async (opened) => {
        const { tx, session, at } = opened;
        if (personId === session.facilitator_id) return undefined;
        const people = await this.organization.peopleIn(tx, [session.facilitator_id, personId], viewer.today);
        const next = people.get(personId);
        if (!next) throw refusePlatform('NOT_FOUND', {});
        if (next.deactivatedAt !== null || !(await this.mayFacilitate(opened, personId)))
          refuseField('personId', `${next.name} is no member of the chapter; choose somebody who is.`);
        await this.writes.facilitates(tx, session.id, personId, at);
        await this.writes.update(tx, session.id, { facilitator_id: personId, facilitator_seen_at: at }, true);
        const from = people.get(session.facilitator_id)?.name ?? null;
        return {
          event: 'triage-session.handed-over',
          changes: [{ field: 'facilitator', from, to: next.name }],
          counts: true,
        };
      },
      takesOver ? ({ tx, session, now }) => this.away(tx, session, now) : undefined,
    );
  }

  /** Whether who facilitates has neither done anything nor been there for a while. @param now milliseconds */
  async away(tx: Tx, session: SessionRow, now: number): Promise<{ facilitatorAway: boolean }> {
    if (now - Date.parse(session.facilitator_seen_at) < AWAY) return { facilitatorAway: false };
    const place = globalId('TriageSession', session.id);
    const away = await this.presences.awayFor(tx, place, session.facilitator_id);
    return { facilitatorAway: away === undefined || away >= AWAY };
  }

  private async mayFacilitate({ tx, viewer, chapter }: OpenedTriage, personId: string): Promise<boolean> {
    const assignments = await tx.query<ActorAssignment & Record<string, unknown>>(HELD, [
      tx.organizationId,
      personId,
      viewer.today,
    ]);
    const actor = { personId, organizationId: tx.organizationId, assignments, today: viewer.today };
    const facts = { place: placeOf(chapter), isMember: isMemberOf(actor, scopeOfChapter(chapter)) };
    return canOnChapter(actor, 'triage:start', facts).allowed;
  }
}

const HELD = `
  select role, kind, product_id as "productId", area_id as "areaId", team_id as "teamId", starts_on as "startsOn",
         ends_before as "endsBefore"
    from role_assignments where organization_id = $1 and person_id = $2 and during @> $3::date`;
