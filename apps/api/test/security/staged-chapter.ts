import type { TestOrganization } from '../world.js';

/** Who and what the chapter of the stage is about; the database's ids. */
export interface ChapterSurroundings {
  area: string;
  team: string;
  impediment: string;
  administrator: string;
  scrumMaster: string;
  person: string;
}

/** Ids as clients see them. */
export interface StagedChapter {
  /** Of the area. */
  chapter: string;
  /** Shared by the Scrum Master of the team. */
  practice: string;
  otherPractice: string;
  /** Running; the administrator facilitates it. */
  triageSession: string;
  /** Of the impediment, with the Scrum Master's dots. */
  triageItem: string;
}

/** A chapter with a practice and a session that runs; every text begins with the mark. */
export async function stagedChapter(
  organization: TestOrganization,
  mark: string,
  around: ChapterSurroundings,
): Promise<StagedChapter> {
  const chapter = await organization.insert('chapters', {
    name: `${mark} chapter`,
    purpose: `${mark} purpose`,
    area_id: around.area,
    created_at: '2026-01-01',
  });
  const practices: string[] = [];
  for (const title of ['practice', 'other practice'])
    practices.push(
      await organization.insert('practices', {
        chapter_id: chapter,
        title: `${mark} ${title}`,
        words: `${mark} words of a practice`,
        url: `https://example.org/${mark}`,
        shared_by: around.scrumMaster,
        team_id: around.team,
        shared_at: '2026-01-02',
      }),
    );
  const session = await organization.insert('triage_sessions', {
    chapter_id: chapter,
    started_at: '2026-01-05',
    // They are there, whatever the time of the test.
    facilitator_id: around.administrator,
    facilitator_seen_at: '2099-01-05',
  });
  const item = await organization.insert('triage_items', {
    session_id: session,
    position: 1,
    reason: 'ADDED',
    why: `${mark} reason why`,
    impediment_id: around.impediment,
  });
  const action = await organization.insert('action_items', {
    title: `${mark} promise in a triage`,
    owner_id: around.person,
    due_on: '2099-01-01',
    chapter_id: chapter,
    impediment_id: around.impediment,
    created_by: around.scrumMaster,
    created_at: '2026-01-05',
    updated_at: '2026-01-05',
  });
  const run = (sql: string, values: unknown[]): Promise<object[]> =>
    organization.query(sql, [organization.id, ...values]);
  await run('insert into triage_promises (organization_id, item_id, action_id) values ($1, $2, $3)', [item, action]);
  await run('insert into triage_dots (organization_id, item_id, person_id, dots) values ($1, $2, $3, 1)', [
    item,
    around.scrumMaster,
  ]);
  await run(
    `insert into triage_participants (organization_id, session_id, person_id, joined_at) values ($1, $2, $3, '2026-01-05')`,
    [session, around.scrumMaster],
  );
  return {
    chapter: `Chapter_${chapter}`,
    practice: `Practice_${practices[0]}`,
    otherPractice: `Practice_${practices[1]}`,
    triageSession: `TriageSession_${session}`,
    triageItem: `TriageItem_${item}`,
  };
}
