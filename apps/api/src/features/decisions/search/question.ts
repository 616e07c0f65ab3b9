import { searchText } from '../../../platform/graphql/typed-text.js';
import { decisionNumberOf } from '../decision-row.js';
import { readNarrowed } from './decision-filter.js';
import type { DecisionFilter } from './decision-hits.graphql.js';
import type { DecisionOrder, Question } from './search-sql.js';
import { keysTyped, readTyped } from './typed-query.js';

/**
 * What is looked for; a key leads to its decision alone.
 * @param today YYYY-MM-DD where the organization is
 * @throws NOT_FOUND for what is no id of a thing that it may be
 */
export function readQuestion(
  filter: DecisionFilter | null | undefined,
  order: DecisionOrder | null | undefined,
  today: string,
): Question {
  const text = filter?.text ?? '';
  const number = decisionNumberOf(text);
  const terms = number === undefined ? readTyped(text) : [];
  const wanted = order ?? 'RELEVANCE';
  return {
    terms,
    typed: searchText(text).trim(),
    keys: number === undefined ? keysTyped(text) : [],
    narrowed: { ...readNarrowed(filter, today), number },
    // Nothing is more relevant than the rest where nothing is looked for.
    order: wanted === 'RELEVANCE' && terms.length === 0 ? 'NEWEST' : wanted,
  };
}
