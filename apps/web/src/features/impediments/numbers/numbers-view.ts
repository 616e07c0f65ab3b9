import type { ImpedimentNumber, NumberGroup } from '../../../generated/graphql';
import { addMonths, isDay } from '../../../platform/dates/day-words';

export const NUMBERS_ADDRESS = '/impediments/numbers';

/** How many months are looked at, this one included. */
export const WINDOWS = [3, 6, 12, 24] as const;
export type WindowMonths = (typeof WINDOWS)[number];

export const GROUPS = ['MONTH', 'AREA', 'TEAM', 'SOURCE'] as const satisfies readonly NumberGroup[];
export type ShownGroup = (typeof GROUPS)[number];

/** What the numbers are looked at by; all of it is in the address. */
export type NumbersView = {
  months: WindowMonths;
  by: ShownGroup;
  /** Ids; empty: all. */
  area: string;
  team: string;
  source: string;
  look: 'chart' | 'table';
};

const USUAL: NumbersView = { months: 6, by: 'MONTH', area: '', team: '', source: '', look: 'chart' };

/** Of everybody's impediments. */
export const OF_ALL = { area: '', team: '', source: '' } as const;

export function isNarrowed({ area, team, source }: NumbersView): boolean {
  return area !== '' || team !== '' || source !== '';
}

/** Whatever an address says, somebody may have typed it. */
export function readNumbersView(params: URLSearchParams): NumbersView {
  const group = params.get('by')?.toUpperCase();
  return {
    months: WINDOWS.find((months) => String(months) === params.get('months')) ?? USUAL.months,
    by: GROUPS.find((by) => by === group) ?? USUAL.by,
    area: params.get('area') ?? '',
    team: params.get('team') ?? '',
    source: params.get('source') ?? '',
    look: params.get('look') === 'table' ? 'table' : 'chart',
  };
}

/** What is as usual is not said. */
export function writeNumbersView(view: NumbersView): URLSearchParams {
  const params = new URLSearchParams();
  if (view.months !== USUAL.months) params.set('months', String(view.months));
  if (view.by !== USUAL.by) params.set('by', view.by.toLowerCase());
  for (const scope of ['area', 'team', 'source'] as const) if (view[scope] !== '') params.set(scope, view[scope]);
  if (view.look !== USUAL.look) params.set('look', view.look);
  return params;
}

/** Whole months, so that those before are as many. Days are YYYY-MM-DD, where the organization is. */
export type NumbersWindow = { from: string; endsBefore: string; beforeFrom: string };

/** The months up to this one. */
export function windowOf(today: string, months: number): NumbersWindow {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const from = addMonths(thisMonth, 1 - months);
  return { from, endsBefore: addMonths(thisMonth, 1), beforeFrom: addMonths(from, -months) };
}

/** Each month of a window, `2026-03`, oldest first. */
export function monthsOf({ from, endsBefore }: Pick<NumbersWindow, 'from' | 'endsBefore'>): string[] {
  const months: string[] = [];
  for (let day = from; day < endsBefore; day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
}

/** What a number counts, as the address of the list says it. */
export type CountedView = {
  number: ImpedimentNumber;
  from: string;
  endsBefore: string;
  level: number | null;
  area: string;
  team: string;
  /** An id, `none` for those that name no source, empty for all. */
  source: string;
  /** Of a share only those that it counts. */
  counted: boolean;
};

export const NUMBERS = [
  'TIME_TO_TRIAGE',
  'TIME_TO_RESOLVE',
  'OVERDUE',
  'REOPENED',
  'RESOLVED_WITHOUT_ESCALATION',
] as const satisfies readonly ImpedimentNumber[];
export const NO_SOURCE = 'none';

/** Null: no such list. */
export function readCountedView(params: URLSearchParams): CountedView | null {
  const number = NUMBERS.find((one) => one === params.get('number'));
  const [from, endsBefore] = [params.get('from') ?? '', params.get('endsBefore') ?? ''];
  if (number === undefined || !isDay(from) || !isDay(endsBefore)) return null;
  const level = params.get('level');
  return {
    number,
    from,
    endsBefore,
    level: level !== null && /^[1-3]$/u.test(level) ? Number(level) : null,
    area: params.get('area') ?? '',
    team: params.get('team') ?? '',
    source: params.get('source') ?? '',
    counted: params.has('counted'),
  };
}

export function countedParams(view: CountedView): URLSearchParams {
  const params = new URLSearchParams({ number: view.number, from: view.from, endsBefore: view.endsBefore });
  if (view.level !== null) params.set('level', String(view.level));
  for (const scope of ['area', 'team', 'source'] as const) if (view[scope] !== '') params.set(scope, view[scope]);
  if (view.counted) params.set('counted', '');
  return params;
}

export function countedAddress(view: CountedView): string {
  return `${NUMBERS_ADDRESS}/list?${countedParams(view).toString()}`;
}
