import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../../platform/auth/viewer.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { type Connection, toConnection } from '../../../platform/graphql/connection.js';
import { type PageArgs, pageByName } from '../../../platform/graphql/page-key.js';
import { containing, typedText } from '../../../platform/graphql/typed-text.js';
import { OrganizationReferences } from '../../organization/public.js';
import { type Community, type CommunityMember, communityOf } from './communities.graphql.js';
import { CommunitiesRepository } from './communities.repository.js';
import type { CommunityRow } from './community-row.js';
import { MembersRepository } from './members.repository.js';

/** What a directory is asked for, as it was given. */
export interface DirectoryArgs extends PageArgs {
  text?: string | null | undefined;
  mine?: boolean | null | undefined;
  closed?: boolean | null | undefined;
}

/** Looking at communities: everybody of the organization may. */
@Injectable()
export class CommunitiesService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommunitiesRepository) private readonly communities: CommunitiesRepository,
    @Inject(MembersRepository) private readonly members: MembersRepository,
    @Inject(OrganizationReferences) private readonly organization: OrganizationReferences,
  ) {}

  /** @throws NOT_FOUND */
  byId(viewer: Viewer, id: string): Promise<Community> {
    return this.database.transaction(scopeOf(viewer), (tx) => this.one(tx, viewer, id));
  }

  /** In a transaction that is open already. @throws NOT_FOUND */
  async one(tx: Tx, { personId }: Viewer, id: string): Promise<Community> {
    const row = await this.communities.byId(tx, personId, id);
    if (!row) throw refusePlatform('NOT_FOUND', {});
    return communityOf(row);
  }

  /** Those of nobody here are missing. */
  async byIds(viewer: Viewer, ids: readonly string[]): Promise<Map<string, Community>> {
    const rows = await this.rows(viewer, (tx) => this.communities.byIds(tx, viewer.personId, ids));
    return new Map(rows.map((row) => [row.id, communityOf(row)]));
  }

  /** By name; those that are closed only when they are asked for. @throws INVALID_INPUT for a page or cursor that is none */
  directory(viewer: Viewer, args: DirectoryArgs): Promise<Connection<Community>> {
    const page = pageByName(args);
    const text = typedText(args.text ?? '');
    const asked = {
      text: text === '' ? null : containing(text),
      mine: args.mine ?? false,
      closed: args.closed ?? false,
    };
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.communities.page(tx, viewer.personId, asked, page);
      const total = await this.communities.count(tx, viewer.personId, asked);
      return toConnection(page, rows, total, (row) => [row.sorted_by, row.id], communityOf);
    });
  }

  /** Who facilitates first, then by name. @throws INVALID_INPUT for a page or cursor that is none */
  membersOf(viewer: Viewer, row: CommunityRow, args: PageArgs): Promise<Connection<CommunityMember>> {
    const page = pageByName(args, 3);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const rows = await this.members.page(tx, row.id, page);
      const ids = rows.map((member) => member.person_id);
      const people = await this.organization.peopleIn(tx, ids, viewer.today);
      return toConnection(
        page,
        rows,
        row.member_count,
        (member) => [member.facilitator ? '0' : '1', member.name, member.person_id],
        ({ person_id: personId, facilitator, since }) => {
          const person = people.get(personId);
          if (!person) throw new Error('A member is somebody here.');
          return { person, facilitator, since };
        },
      );
    });
  }

  /** By person: the open ones that they belong to, by name. */
  async ofPeople(viewer: Viewer, personIds: readonly string[]): Promise<Map<string, Community[]>> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const belongings = await this.members.ofPeople(tx, personIds);
      const ids = [...new Set(belongings.map((one) => one.community_id))];
      const rows = await this.communities.byIds(tx, viewer.personId, ids);
      const open = rows.filter((row) => row.closed_at === null).toSorted((a, b) => a.name.localeCompare(b.name));
      return new Map(
        personIds.map((personId) => {
          const own = new Set(belongings.filter((one) => one.person_id === personId).map((one) => one.community_id));
          return [personId, open.filter((row) => own.has(row.id)).map(communityOf)];
        }),
      );
    });
  }

  private rows(viewer: Viewer, work: (tx: Tx) => Promise<CommunityRow[]>): Promise<CommunityRow[]> {
    return this.database.transaction(scopeOf(viewer), work);
  }
}
