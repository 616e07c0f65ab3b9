import { newId } from '../../src/platform/database/new-id.js';
import type { TestOrganization, TestPerson } from '../world.js';

/** An impediment with a comment, a blocked item and its beginning in the log. @returns its row's id */
export async function raised(
  organization: TestOrganization,
  mark: string,
  number: number,
  facts: { team: string; by: string; source: string },
): Promise<string> {
  const id = await organization.insert('impediments', {
    number,
    title: `${mark} title ${number}`,
    description: `${mark} description`,
    category: 'TOOLING',
    state: 'RAISED',
    level_since: '2026-01-01',
    raised_by: facts.by,
    raised_at: '2026-01-01',
    raising_team_id: facts.team,
    source_id: facts.source,
    updated_at: '2026-01-01',
    next_step: `${mark} next`,
  });
  await organization.query('update impediment_counters set last_number = $1', [number]);
  await organization.query(
    'insert into impediment_teams (organization_id, impediment_id, team_id) values ($1, $2, $3)',
    [organization.id, id, facts.team],
  );
  await organization.query(
    'insert into impediment_items (organization_id, impediment_id, external_key) values ($1, $2, $3)',
    [organization.id, id, `${mark}-1`],
  );
  await organization.insert('impediment_comments', {
    impediment_id: id,
    author_id: facts.by,
    body: `${mark} comment`,
    at: '2026-01-01',
  });
  await organization.query(
    `insert into events (organization_id, name, subject_type, subject_id, subject_version, actor_person_id, payload)
     values ($1, 'impediment.raised', 'Impediment', $2, 1, $3, $4)`,
    [
      organization.id,
      id,
      facts.by,
      { changes: [{ field: 'title', from: null, to: `${mark} title` }], note: `${mark} note` },
    ],
  );
  return id;
}

/** A brief of the impediment, as it was frozen when it was sent to the executive. @returns its row's id */
export async function sentBrief(
  organization: TestOrganization,
  mark: string,
  impediment: string,
  actors: Record<'scrumMaster' | 'executive', TestPerson>,
): Promise<string> {
  const id = newId();
  const mean = { mean: 1, sprints: [{ name: `${mark} sprint`, done: 1 }] };
  const pace = { lost: 0, lack: null, before: mean, during: mean };
  const content = {
    format: 1,
    asOf: '2026-01-02T00:00:00.000Z',
    timeZone: 'UTC',
    impediment: {
      id: impediment,
      key: 'IMP-1',
      title: `${mark} title`,
      category: 'Tooling',
      severity: null,
      source: `${mark} source`,
      raisedAt: '2026-01-01T00:00:00.000Z',
      ageInWorkingDays: 1,
    },
    teams: [{ id: impediment, name: `${mark} team`, area: `${mark} area`, blockedTeamDays: 1, stillBlocked: true }],
    blockedItems: [{ key: `${mark}-1`, title: `${mark} item` }],
    blockedTeamDays: { soFar: 1, perDay: 1 },
    velocity: { formula: 'mean', teams: [{ team: `${mark} team`, items: pace, points: pace }] },
    earlier: {
      quarters: ['2025-Q4', '2026-Q1'],
      impediments: [
        { id: impediment, key: 'IMP-1', title: `${mark} title`, state: 'Closed', resolution: mark, blockedTeamDays: 1 },
      ],
      blockedTeamDays: 1,
      recurring: false,
    },
    proposal: `${mark} proposal`,
    ask: `${mark} ask`,
    answerBy: '2031-01-01',
  };
  await organization.query(
    `insert into escalation_briefs (organization_id, id, impediment_id, content, content_hash, answer_by, sent_by, sent_at)
     values ($1, $2, $3, $4::json, sha256(convert_to($4::text, 'UTF8')), '2031-01-01', $5, '2026-01-02')`,
    [organization.id, id, impediment, JSON.stringify(content), actors.scrumMaster.id],
  );
  await organization.query(
    'insert into escalation_brief_recipients (organization_id, brief_id, person_id) values ($1, $2, $3)',
    [organization.id, id, actors.executive.id],
  );
  return id;
}

/** A link of the impediment. @returns its row's id */
export async function linked(
  organization: TestOrganization,
  impediment: string,
  facts: Record<string, unknown>,
): Promise<string> {
  return organization.insert('impediment_links', { impediment_id: impediment, linked_at: '2026-01-02', ...facts });
}

/** A file of an import, named after the mark. */
export async function importFile(organization: TestOrganization, id: string, mark: string): Promise<void> {
  await organization.query(
    'insert into import_files (organization_id, import_id, position, name, content) values ($1, $2, 0, $3, $4)',
    [organization.id, id, `${mark}.yaml`, Buffer.from('sigs: []')],
  );
}
