/** Half-open: the first day counts, `endsBefore` does not. Days are YYYY-MM-DD; null has no end on that side. */
export interface DateRange {
  startsOn: string | null;
  endsBefore: string | null;
}

export function lastsOn(range: DateRange, day: string): boolean {
  return (range.startsOn === null || range.startsOn <= day) && (range.endsBefore === null || day < range.endsBefore);
}
