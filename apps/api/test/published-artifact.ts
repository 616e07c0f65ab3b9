import type { TestOrganization } from './world.js';

export const PUBLISHED_TREE =
  'flowchart TD\nA{Wait?} -->|yes| B{Long?}\nA -->|no| C([Go])\nB -->|yes| D([Ask])\nB -->|no| C';
const STEPS = [
  { id: 'one', text: 'First', hint: '', depth: 0 },
  { id: 'two', text: 'Second', hint: 'Why', depth: 0 },
];
const PAGE = '# Title\nWhy we ask.\n\n## Decision drivers\n- cost\n';

/**
 * An artifact with so many published versions, a month apart from January on. Answers its id in the database and its number.
 * @param of.number the next one when it is not given
 * @param of.mark what every text of it begins with
 */
export async function publishedArtifact(
  house: TestOrganization,
  of: { kind: string; communityId: string; by: string; versions: number; number?: number; mark?: string },
): Promise<{ id: string; number: number }> {
  const [row] = await house.query<{ number: number }>(
    'select coalesce(max(number), 0)::int + 1 as number from artifacts where organization_id = $1',
    [house.id],
  );
  const [at, number] = ['2026-01-05', of.number ?? row?.number ?? 1];
  const title = of.mark === undefined ? of.kind : `${of.mark} ${of.kind}`;
  const id = await house.insert('artifacts', {
    kind: of.kind,
    number,
    community_id: of.communityId,
    title,
    template_for: of.kind === 'TEMPLATE' ? 'DECISION' : null,
    created_by: of.by,
    created_at: at,
    updated_at: at,
  });
  for (let version = 1; version <= of.versions; version += 1) {
    const versionId = await house.insert('artifact_versions', {
      artifact_id: id,
      number: version,
      title,
      what_changed: 'Words',
      checklist: JSON.stringify(of.kind === 'CHECKLIST' ? STEPS : []),
      mermaid: of.kind === 'DECISION_TREE' ? PUBLISHED_TREE : '',
      content_hash: Buffer.alloc(32),
      published_at: `2026-0${version}-10`,
      published_by: of.by,
    });
    await house.query(
      `insert into artifact_version_pages (organization_id, version_id, page_id, path, title, depth, position, body)
       values ($1, $2, gen_random_uuid(), 'index', $3, 0, 0, $4)`,
      [house.id, versionId, title, PAGE],
    );
    await house.query(
      'update artifacts set version_count = $3, current_version_id = $4 where organization_id = $1 and id = $2',
      [house.id, id, version, versionId],
    );
  }
  return { id, number };
}
