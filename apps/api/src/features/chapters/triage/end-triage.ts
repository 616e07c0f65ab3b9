import { triageMinutes } from '@chapterhouse/domain/chapters/triage-minutes';
import { leftOpenWords } from '@chapterhouse/domain/chapters/triage-result-words';
import { LocalMoments } from '@chapterhouse/domain/organization/local-moments';
import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganizationReferences } from '../../organization/public.js';
import { ChapterMembersRead } from '../chapter-members.read.js';
import { ChapterActionsRead } from './chapter-actions.read.js';
import { type ItemTitle, ItemTitlesRead } from './item-titles.read.js';
import { dotsOn, facilitatorsOf, type SessionState, spentOn, wasSpokenOf } from './session-row.js';
import { SessionWrites, timeboxColumns } from './session-writes.js';
import { SessionsRepository } from './sessions.repository.js';
import { type OpenedTriage, type TriageCall, type TriageOutcome, TriageTransaction } from './triage-transaction.js';
import type { TriageSession } from './triage.graphql.js';

/** Whom of an affected team the summary concerns. */
const TOLD_ROLES = ['PRODUCT_OWNER', 'SCRUM_MASTER', 'DEVELOPER'];

/** Ends a session: what has no result is parked, the minutes are written, and whoever it concerns is told. */
@Injectable()
export class EndTriage {
  constructor(
    @Inject(TriageTransaction) private readonly transaction: TriageTransaction,
    @Inject(SessionsRepository) private readonly sessions: SessionsRepository,
    @Inject(SessionWrites) private readonly writes: SessionWrites,
    @Inject(ItemTitlesRead) private readonly titles: ItemTitlesRead,
    @Inject(ChapterActionsRead) private readonly actions: ChapterActionsRead,
    @Inject(ChapterMembersRead) private readonly members: ChapterMembersRead,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws as `TriageTransaction.change` */
  end(call: TriageCall): Promise<TriageSession> {
    return this.transaction.change(call, 'triage:facilitate', async (opened): Promise<TriageOutcome> => {
      const { tx, session, at } = opened;
      const titles = await this.titles.of(tx, opened.state.items);
      const teamIds = affectedTeams(opened.state, titles);
      await this.park(opened, titles);
      const [state] = await this.sessions.states(tx, [session], opened.now);
      if (!state) throw new Error('A session that is locked is there.');
      await this.writes.tell(tx, session.id, teamIds);
      const minutes = await this.minutes(opened, state, titles, teamIds);
      await this.writes.update(
        tx,
        session.id,
        { state: 'ENDED', ended_at: at, minutes, ...timeboxColumns(null) },
        true,
      );
      return {
        event: 'triage-session.ended',
        changes: [{ field: 'state', from: 'Running', to: 'Ended' }],
        told: await this.told(opened, teamIds),
        counts: true,
      };
    });
  }

  private async park(
    { tx, viewer, state, at, now }: OpenedTriage,
    titles: ReadonlyMap<string, ItemTitle>,
  ): Promise<void> {
    for (const item of state.items) {
      if (item.result !== null) continue;
      const note = leftOpenWords(wasSpokenOf(item), titles.get(item.id)?.state ?? null);
      const secondsSpent = spentOn(item, now);
      await this.writes.end(tx, item.id, { kind: 'PARKED', note, endedBy: viewer.personId, at, secondsSpent });
    }
  }

  private async minutes(
    { tx, viewer, chapter, now }: OpenedTriage,
    state: SessionState,
    titles: ReadonlyMap<string, ItemTitle>,
    teamIds: readonly string[],
  ): Promise<string> {
    const { session, items, participants } = state;
    const facilitatorIds = facilitatorsOf(state);
    const personIds = [...facilitatorIds, ...participants.map((participant) => participant.person_id)];
    const people = await this.organization.peopleIn(tx, [...new Set(personIds)], viewer.today);
    const teams = await this.organization.teamsIn(tx, [...teamIds]);
    const promised = await this.actions.byIds(
      tx,
      items.flatMap((item) => item.promised_ids),
    );
    const nameOf = (id: string): string => people.get(id)?.name ?? '';
    return triageMinutes({
      chapterName: chapter.name,
      facilitatorNames: facilitatorIds.map(nameOf),
      participantNames: participants.map((participant) => nameOf(participant.person_id)),
      startedAt: new LocalMoments(viewer.timeZone).write(session.started_at).slice(0, 16).replace('T', ' '),
      minutes: Math.round((now - Date.parse(session.started_at)) / 60_000),
      items: items.map((item) => ({
        reason: item.reason,
        key: titles.get(item.id)?.key ?? null,
        title: titles.get(item.id)?.title ?? '',
        result: item.result ?? 'PARKED',
        note: item.note ?? '',
        dots: dotsOn(item),
        secondsSpent: item.seconds_spent,
        actions: item.promised_ids.flatMap((id) => promised.get(id) ?? []),
      })),
      teamNames: [...teams.values()].map(({ name }) => name).toSorted((one, other) => one.localeCompare(other)),
    });
  }

  /** Members, and of the affected teams those who answer for it and do the work; who ended it knows. */
  private async told({ tx, viewer, chapter }: OpenedTriage, teamIds: readonly string[]): Promise<string[]> {
    const members = await this.members.ids(tx, viewer.today, chapter);
    const ofTeams = await this.ofTeams(tx, viewer.today, teamIds);
    return [...new Set([...members, ...ofTeams])].filter((id) => id !== viewer.personId);
  }

  private async ofTeams(tx: Tx, today: string, teamIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ person_id: string }>(
      `select distinct person_id from role_assignments
        where organization_id = $1 and team_id = any($2::uuid[]) and role = any($3::text[]) and during @> $4::date
        order by person_id`,
      [tx.organizationId, teamIds, TOLD_ROLES, today],
    );
    return rows.map((row) => row.person_id);
  }
}

/** Of what was talked about, finished or not: nobody wants to hear that nothing was said. */
function affectedTeams({ items }: SessionState, titles: ReadonlyMap<string, ItemTitle>): string[] {
  const spokenOf = items.filter((item) => item.result !== null || wasSpokenOf(item));
  return [...new Set(spokenOf.flatMap((item) => titles.get(item.id)?.teamIds ?? []))];
}
