import { addMonths } from '../../../platform/dates/day-words';

/** How many months are looked at, this one included. */
export const WINDOWS = [3, 6, 12] as const;
export type WindowMonths = (typeof WINDOWS)[number];

/** What is looked at; all of it is in the address. */
export type DelegationNumbersView = {
  months: WindowMonths;
  /** A place; empty: the whole organization. */
  of: string;
};

const USUAL: DelegationNumbersView = { months: 6, of: '' };

/** Whatever an address says, somebody may have typed it. */
export function readDelegationNumbersView(params: URLSearchParams): DelegationNumbersView {
  return {
    months: WINDOWS.find((months) => String(months) === params.get('months')) ?? USUAL.months,
    of: params.get('of') ?? USUAL.of,
  };
}

/** What is as usual is not said. */
export function writeDelegationNumbersView({ months, of }: DelegationNumbersView): URLSearchParams {
  const params = new URLSearchParams();
  if (of !== USUAL.of) params.set('of', of);
  if (months !== USUAL.months) params.set('months', String(months));
  return params;
}

/** Whole months up to this one, and as many before. Days are YYYY-MM-DD, where the organization is. */
export function windowOf(today: string, months: number): { from: string; endsBefore: string; beforeFrom: string } {
  const thisMonth = `${today.slice(0, 7)}-01`;
  const from = addMonths(thisMonth, 1 - months);
  return { from, endsBefore: addMonths(thisMonth, 1), beforeFrom: addMonths(from, -months) };
}
