import { newId } from '../../src/platform/database/new-id.js';
import type { TestOrganization } from '../world.js';

/** Who and what the meeting of the stage is about; the database's ids. */
export interface MeetingSurroundings {
  team: string;
  person: string;
  administrator: string;
  developer: string;
}

/** Ids as clients see them. */
export interface StagedMeeting {
  /** The team's. */
  cadence: string;
  /** A date of the team, to which its Developers are invited. */
  meetingDate: string;
  /** A note of that date, by the person. */
  outcome: string;
  /** Of the team's reviews. */
  rota: string;
  /** The developer's, written down by the administrator. */
  actionItem: string;
  /** The administrator's, of the team's meetings. */
  calendarFeed: string;
}

/** A meeting with what came of it, a rota and a promise; every text begins with the mark. */
export async function stagedMeeting(
  organization: TestOrganization,
  mark: string,
  around: MeetingSurroundings,
): Promise<StagedMeeting> {
  const cadence = newId();
  const at = { created_at: '2026-01-01', updated_at: '2026-01-01' };
  await organization.insert('cadences', {
    id: cadence,
    root_id: cadence,
    kind: 'OWN',
    name: `${mark} meeting`,
    scope_kind: 'TEAM',
    team_id: around.team,
    starts_at: '2030-02-04T09:00',
    time_zone: 'UTC',
    minutes: 30,
    facilitation: 'NONE',
    roles: ['DEVELOPER'],
    place: `${mark} place`,
    agenda: `${mark} agenda`,
    last_on: '2030-02-04',
    ...at,
  });
  const date = { cadence_id: cadence, original_start: '2030-02-04T09:00' };
  await organization.insert('occurrences', { ...date, notes: `${mark} notes`, updated_at: '2026-01-01' });
  const outcome = await organization.insert('occurrence_outcomes', {
    ...date,
    kind: 'NOTE',
    text: `${mark} outcome`,
    added_by: around.person,
    added_at: '2026-01-01',
  });
  const rota = await organization.insert('rotas', {
    purpose: 'CODE_REVIEW',
    name: `${mark} rota`,
    team_id: around.team,
    rule: 'FREQ=DAILY',
    starts_on: '2026-01-01',
    size: 1,
    ...at,
  });
  await organization.query(
    `insert into rota_members (organization_id, rota_id, person_id, position, since) values ($1, $2, $3, 0, '2026-01-01')`,
    [organization.id, rota, around.person],
  );
  const action = await organization.insert('action_items', {
    title: `${mark} action`,
    owner_id: around.developer,
    due_on: '2030-02-05',
    ...date,
    team_id: around.team,
    created_by: around.administrator,
    ...at,
  });
  const feed = await organization.insert('calendar_feeds', {
    scope: 'TEAM',
    team_id: around.team,
    secret_hash: Buffer.alloc(32, 11),
    created_by: around.administrator,
    created_at: '2026-01-02',
  });
  return {
    cadence: `Cadence_${cadence}`,
    meetingDate: `Occurrence_${cadence}_20300204T0900`,
    outcome: `Outcome_${outcome}`,
    rota: `Rota_${rota}`,
    actionItem: `ActionItem_${action}`,
    calendarFeed: `CalendarFeed_${feed}`,
  };
}
