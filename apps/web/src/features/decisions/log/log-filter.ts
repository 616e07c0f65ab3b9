import { DECISION_KINDS, type DecisionKind } from '@chapterhouse/domain/decisions/decision-fields';
import { DECISION_STATES, type DecisionState } from '@chapterhouse/domain/decisions/decision-state';
import type { DecisionFilter, DecisionOrder } from '../../../generated/graphql';
import { isDay } from '../../../platform/dates/day-words';

/** What the log is narrowed to. Each is a search parameter of its name; downloads of the log take the same. */
export type LogFilter = {
  text: string;
  states: readonly DecisionState[];
  kinds: readonly DecisionKind[];
  scopeId: string;
  /** What is below that place as well. */
  within: boolean;
  decisionAreaId: string;
  personId: string;
  from: string;
  endsBefore: string;
  touchesId: string;
  touchesKey: string;
  waitsForMe: boolean;
  revisitDue: boolean;
};

export type LogView = { filter: LogFilter; order: DecisionOrder | null };

export const WHOLE_LOG: LogFilter = {
  text: '',
  states: [],
  kinds: [],
  scopeId: '',
  within: false,
  decisionAreaId: '',
  personId: '',
  from: '',
  endsBefore: '',
  touchesId: '',
  touchesKey: '',
  waitsForMe: false,
  revisitDue: false,
};

export const ORDER_TITLES: Record<DecisionOrder, string> = {
  RELEVANCE: 'Best match first',
  NEWEST: 'Newest first',
  OLDEST: 'Oldest first',
  REVISIT: 'Next revisit first',
};
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of exactly these keys
export const DECISION_ORDERS = Object.keys(ORDER_TITLES) as DecisionOrder[];

export function readLog(params: URLSearchParams): LogView {
  const words = (name: string) => (params.get(name) ?? '').split(',');
  const day = (name: string) => {
    const text = params.get(name);
    return isDay(text) ? text : '';
  };
  const text = (name: string) => params.get(name) ?? '';
  const on = (name: string) => params.get(name) === '1';
  const [states, kinds] = [words('states'), words('kinds')];
  return {
    filter: {
      text: text('text'),
      states: DECISION_STATES.filter((state) => states.includes(state)),
      kinds: DECISION_KINDS.filter((kind) => kinds.includes(kind)),
      scopeId: text('scopeId'),
      within: on('within'),
      decisionAreaId: text('decisionAreaId'),
      personId: text('personId'),
      from: day('from'),
      endsBefore: day('endsBefore'),
      touchesId: text('touchesId'),
      touchesKey: text('touchesKey'),
      waitsForMe: on('waitsForMe'),
      revisitDue: on('revisitDue'),
    },
    order: DECISION_ORDERS.find((order) => order === params.get('order')) ?? null,
  };
}

export function writeFilter(filter: LogFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (name === 'within' && filter.scopeId === '') continue;
    if (value === true) params.set(name, '1');
    else if (Array.isArray(value)) {
      if (value.length > 0) params.set(name, value.join(','));
    } else if (typeof value === 'string' && value !== '') params.set(name, value);
  }
  return params;
}

export function writeLog({ filter, order }: LogView): URLSearchParams {
  const params = writeFilter(filter);
  if (order !== null) params.set('order', order);
  return params;
}

/** As the api takes it. */
export function filterInput(filter: LogFilter): DecisionFilter {
  const { text, states, kinds, scopeId, within, decisionAreaId, personId, from, endsBefore } = filter;
  const { touchesId, touchesKey, waitsForMe, revisitDue } = filter;
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(states.length > 0 && { states: [...states] }),
    ...(kinds.length > 0 && { kinds: [...kinds] }),
    ...(scopeId !== '' && { scopeId, within }),
    ...(decisionAreaId !== '' && { decisionAreaId }),
    ...(personId !== '' && { personId }),
    ...(from !== '' && { from }),
    ...(endsBefore !== '' && { endsBefore }),
    ...(touchesId !== '' && { touchesId }),
    ...(touchesKey !== '' && { touchesKey }),
    ...(waitsForMe && { waitsForMe }),
    ...(revisitDue && { revisitDue }),
  };
}

/** Words are looked for by relevance, without words the newest come first, unless somebody says otherwise. */
export function orderOf({ filter, order }: LogView): DecisionOrder {
  if (order !== null && (order !== 'RELEVANCE' || filter.text.trim() !== '')) return order;
  if (filter.text.trim() !== '') return 'RELEVANCE';
  return filter.revisitDue ? 'REVISIT' : 'NEWEST';
}

export const isNarrowed = (filter: LogFilter): boolean => writeFilter(filter).size > 0;
