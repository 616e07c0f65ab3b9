import { day } from '@chapterhouse/domain/field-checks';
import { type Page, readPage } from '../../../platform/graphql/connection.js';
import type { PageArgs } from '../../../platform/graphql/page-key.js';
import { refuseField } from '../refuse-problems.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A page of a list that is ordered by a day and an id. @throws INVALID_INPUT */
export function pageByDay({ first, after }: PageArgs): Page {
  const page = readPage(first, after, 2);
  const [on = '', id = ''] = page.after ?? [];
  if (page.after !== null && !(day(on) === null && UUID.test(id)))
    refuseField('after', 'This is no cursor of this list; start again without it.');
  return page;
}
