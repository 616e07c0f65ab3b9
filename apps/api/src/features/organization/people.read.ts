import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../../platform/auth/viewer.js';
import { Database } from '../../platform/database/database.js';
import { readPage, toConnection, type Connection } from '../../platform/graphql/connection.js';
import type { GraphqlContext } from '../../platform/graphql/graphql-context.js';
import { loaderOf } from '../../platform/graphql/loader.js';
import { PeopleRepository } from './people.repository.js';
import { personObject, type Person } from './person.graphql.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** People by id, once per request and in one statement per round; and page by page in the order of their names. */
@Injectable()
export class PeopleRead {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PeopleRepository) private readonly repository: PeopleRepository,
  ) {}

  /** @param id the database's; undefined when nobody of the viewer's organization has it */
  byId(context: GraphqlContext, id: string): Promise<Person | undefined> {
    const viewer = viewerOf(context);
    return loaderOf(context, PeopleRead, async (ids) => {
      const rows = await this.database.transaction(scopeOf(viewer), (tx) =>
        this.repository.byIds(tx, ids, viewer.today),
      );
      return new Map(rows.map((row) => [row.id, personObject(row)]));
    }).load(id);
  }

  /** @throws INVALID_INPUT for a size or cursor that is none of this list */
  page(
    viewer: Viewer,
    first: number | null | undefined,
    after: string | null | undefined,
    search: string | null | undefined,
  ): Promise<Connection<Person>> {
    const page = readPage(first, after, 2);
    const [name = '', id = ''] = page.after ?? [];
    if (page.after !== null && (!UUID.test(id) || name.includes('\0'))) {
      throw refusePlatform('INVALID_INPUT', {
        fields: [{ field: 'after', problem: 'This is no cursor of this list; start again without it.' }],
      });
    }
    const pattern = patternOf(search);
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const keyset = { search: pattern, after: page.after === null ? null : { name, id }, limit: page.limit };
      const rows = await this.repository.page(tx, keyset, viewer.today);
      const count = await this.repository.count(tx, pattern);
      return toConnection(page, rows, count, (row) => [row.sort_name, row.id], personObject);
    });
  }
}

/** What was typed, anywhere in the name, with no character that means more than itself. */
function patternOf(search: string | null | undefined): string | null {
  const text = search?.replaceAll('\0', '').trim().slice(0, 200);
  return text ? `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` : null;
}

export function viewerOf(context: GraphqlContext): Viewer {
  if (!context.viewer) throw new Error('Nobody is signed in behind this field.');
  return context.viewer;
}
