import { atMost, filledLine, oneOf, problemsOf } from '../field-checks.js';
import { webLinkProblems } from '../impediments/link-fields.js';
import type { FieldProblem } from '../refusal.js';

/** What a decision can touch. Goals have no records yet: they are their names. */
export const DECISION_LINK_KINDS = ['IMPEDIMENT', 'ITEM', 'TEAM', 'AREA', 'PRODUCT', 'GOAL', 'URL'] as const;
export type DecisionLinkKind = (typeof DECISION_LINK_KINDS)[number];

export const DECISION_LINK_KIND_TITLES: Record<DecisionLinkKind, string> = {
  IMPEDIMENT: 'Impediment',
  ITEM: 'Backlog item',
  TEAM: 'Team',
  AREA: 'Area',
  PRODUCT: 'Product',
  GOAL: 'Goal',
  URL: 'Page',
};

/** Links that one decision may have. */
export const DECISION_LINK_LIMIT = 100;
const ITEM_KEY_LIMIT = 100;
const TITLE_LIMIT = 200;

/** What somebody gave; which fields count depends on the kind. */
export interface DecisionLinkInput {
  kind: string;
  /** Whether a thing of the organization is named. */
  hasThing: boolean;
  key: string;
  url: string;
  title: string;
}

/** What is wrong with a link, each field with its remedy; empty when nothing is. For INVALID_INPUT. */
export function decisionLinkProblems({ kind, hasThing, key, url, title }: DecisionLinkInput): FieldProblem[] {
  switch (DECISION_LINK_KINDS.find((known) => known === kind)) {
    case 'IMPEDIMENT':
    case 'TEAM':
    case 'AREA':
    case 'PRODUCT':
      return hasThing ? [] : [{ field: 'thingId', problem: 'Choose what it touches.' }];
    case 'ITEM':
      return problemsOf('key', key, filledLine('Give the key of the item', ITEM_KEY_LIMIT));
    case 'GOAL':
      return problemsOf('title', title, filledLine('Name the goal', TITLE_LIMIT));
    case 'URL':
      // Without a title the address is one.
      return [...webLinkProblems({ url, title: 'the address' }), ...problemsOf('title', title, atMost(TITLE_LIMIT))];
    case undefined:
      return problemsOf('kind', kind, oneOf(DECISION_LINK_KINDS));
  }
}
