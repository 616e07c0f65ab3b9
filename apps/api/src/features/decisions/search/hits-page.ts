import { day } from '@chapterhouse/domain/field-checks';
import { refusePlatform } from '@chapterhouse/domain/refusal';
import { type Page, readPage } from '../../../platform/graphql/connection.js';
import type { PageArgs } from '../../../platform/graphql/page-key.js';
import type { DecisionOrder } from './search-sql.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const NUMBER = /^\d{1,9}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const RANK = /^\d(\.\d{1,20})?(e-\d{1,2})?$/;

/** Whether the two parts of a key are what this order writes. */
const KEYS: Record<DecisionOrder, (first: string, second: string) => boolean> = {
  RELEVANCE: (rank, id) => RANK.test(rank) && UUID.test(id),
  NEWEST: isDated,
  OLDEST: isDated,
  REVISIT: (on, number) => (on === 'infinity' || day(on) === null) && NUMBER.test(number),
};

function isDated(at: string, number: string): boolean {
  return MOMENT.test(at) && !Number.isNaN(Date.parse(at)) && NUMBER.test(number);
}

/** @param order as it comes out: without words there is no RELEVANCE. @throws INVALID_INPUT */
export function readHitsPage({ first, after }: PageArgs, order: DecisionOrder): Page {
  const page = readPage(first, after, 2);
  const [one = '', other = ''] = page.after ?? [];
  if (page.after !== null && !KEYS[order](one, other)) {
    const problem = 'This is no cursor of this list; start again without it.';
    throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'after', problem }] });
  }
  return page;
}
