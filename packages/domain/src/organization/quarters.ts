import { DateTime } from 'luxon';

/** A quarter of the calendar year where the organization is. Moments in milliseconds. */
export interface Quarter {
  /** `2026-Q1` */
  name: string;
  /** Its first moment. */
  from: number;
  /** The first moment of the next one. */
  to: number;
}

/** The calendar quarter that a moment lies in. */
export function quarterAt(moment: number, timeZone: string): Quarter {
  return quarterOf(DateTime.fromMillis(moment, { zone: timeZone }));
}

/**
 * The two quarters in which something "came up in the last two quarters": the calendar quarter that the moment lies in
 * and the whole one before it. So the window has three to six months: it begins with a quarter, as plans and reports do,
 * and what was counted in a quarter stays counted until the next one is over.
 */
export function lastTwoQuarters(moment: number, timeZone: string): [before: Quarter, present: Quarter] {
  const now = DateTime.fromMillis(moment, { zone: timeZone });
  return [quarterOf(now.startOf('quarter').minus({ quarters: 1 })), quarterOf(now)];
}

const NAME = /^(20\d\d)-Q([1-4])$/;

/** The quarter of a name, `2026-Q1`; undefined for what names none of this century. */
export function quarterNamed(name: string, timeZone: string): Quarter | undefined {
  const [, year, number] = NAME.exec(name) ?? [];
  if (year === undefined || number === undefined) return undefined;
  return quarterOf(DateTime.fromObject({ year: Number(year), month: Number(number) * 3 }, { zone: timeZone }));
}

function quarterOf(moment: DateTime): Quarter {
  const start = moment.startOf('quarter');
  return {
    name: `${start.year}-Q${start.quarter}`,
    from: start.toMillis(),
    to: start.plus({ quarters: 1 }).toMillis(),
  };
}
