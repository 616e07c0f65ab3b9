/** The day so many days later, `YYYY-MM-DD`. */
export function shift(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** As `shift`; when nobody would work then anyway, the Monday after it. */
export function shiftToWeekday(day: string, days: number): string {
  const at = shift(day, days);
  const toMonday = [1, 0, 0, 0, 0, 0, 2][new Date(`${at}T00:00:00Z`).getUTCDay()] ?? 0;
  return shift(at, toMonday);
}

/** As `shift`; when nobody would work then anyway, the Friday before it. */
export function shiftToWeekdayBefore(day: string, days: number): string {
  const at = shift(day, days);
  const toFriday = [-2, 0, 0, 0, 0, 0, -1][new Date(`${at}T00:00:00Z`).getUTCDay()] ?? 0;
  return shift(at, toFriday);
}
