import { MEMBER_ROLES } from '@chapterhouse/domain/chapters/chapter-policy';
import { type Role, ROLE_KINDS, type RoleKind } from '@chapterhouse/domain/organization/role';
import { Inject, Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/auth/viewer.js';
import type { Tx } from '../../platform/database/tx.js';
import { OrganizationReferences, type Person, StandInsRead, type Team } from '../organization/public.js';
import type { ChapterRow } from './chapter-row.js';
import type { ChapterMember } from './chapters.graphql.js';

interface HeldRow extends Record<string, unknown> {
  chapter_id: string;
  person_id: string;
  role: Role;
  kind: RoleKind;
  team_ids: string[];
}

/** Who belongs to chapters by the roles of a day: a fixed number of statements for any number of chapters. */
@Injectable()
export class ChapterMembersRead {
  constructor(
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
    @Inject(StandInsRead) private readonly standIns: StandInsRead,
  ) {}

  /** By the chapter's id: Scrum of Scrums Masters first, then by name. Who holds a role for several teams is there once. */
  async of(tx: Tx, viewer: Viewer, chapters: readonly ChapterRow[]): Promise<Map<string, ChapterMember[]>> {
    const rows = await this.held(tx, viewer.today, chapters);
    const ids = [...new Set(rows.map((row) => row.person_id))];
    const standIns = await this.standIns.of(tx, ids, viewer.today);
    const everybody = [...new Set([...ids, ...[...standIns.values()].flat()])];
    const people = await this.organization.peopleIn(tx, everybody, viewer.today);
    const teams = await this.organization.teamsIn(tx, [...new Set(rows.flatMap((row) => row.team_ids))]);
    const found = new Map(chapters.map(({ id }) => [id, [] as ChapterMember[]]));
    for (const row of rows) {
      const member = memberOf(row, people, teams, standIns.get(row.person_id));
      if (member) found.get(row.chapter_id)?.push(member);
    }
    for (const members of found.values()) members.sort(firstSeen);
    return found;
  }

  /** Ids of the members of a chapter on a day. */
  async ids(tx: Tx, today: string, chapter: ChapterRow): Promise<string[]> {
    return [...new Set((await this.held(tx, today, [chapter])).map((row) => row.person_id))];
  }

  private held(tx: Tx, today: string, chapters: readonly ChapterRow[]): Promise<HeldRow[]> {
    if (chapters.length === 0) return Promise.resolve([]);
    return tx.query<HeldRow>(HELD, [tx.organizationId, chapters.map(({ id }) => id), today, MEMBER_ROLES]);
  }
}

function memberOf(
  row: HeldRow,
  people: ReadonlyMap<string, Person>,
  teams: ReadonlyMap<string, Team>,
  standIns: readonly string[] | undefined,
): ChapterMember | undefined {
  const person = people.get(row.person_id);
  if (!person || person.deactivatedAt !== null) return undefined;
  return {
    person,
    role: row.role,
    kind: row.kind,
    teams: row.team_ids.flatMap((id) => teams.get(id) ?? []).toSorted((a, b) => a.name.localeCompare(b.name)),
    away: standIns !== undefined,
    standIn: people.get(standIns?.[0] ?? '') ?? null,
  };
}

function firstSeen(one: ChapterMember, other: ChapterMember): number {
  const rank = ({ role }: ChapterMember): number => (role === 'SCRUM_OF_SCRUMS_MASTER' ? 0 : 1);
  return (
    rank(one) - rank(other) ||
    one.person.name.localeCompare(other.person.name) ||
    ROLE_KINDS.indexOf(one.kind) - ROLE_KINDS.indexOf(other.kind)
  );
}

/** Of an area: its own and its teams'. Of the organization: all. */
const HELD = `
  select c.id as chapter_id, r.person_id, r.role, r.kind, coalesce(array_agg(r.team_id) filter (where r.team_id is not null), '{}') as team_ids
    from chapters c
    join role_assignments r on r.organization_id = c.organization_id and r.role = any($4::text[]) and r.during @> $3::date
    left join teams t on t.organization_id = r.organization_id and t.id = r.team_id
   where c.organization_id = $1 and c.id = any($2::uuid[])
     and (t.id is null or t.archived_on is null or t.archived_on > $3::date)
     and (c.area_id is null or r.area_id = c.area_id or t.area_id = c.area_id)
   group by c.id, r.person_id, r.role, r.kind`;
