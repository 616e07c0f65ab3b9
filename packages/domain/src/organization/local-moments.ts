import { IANAZone } from 'luxon';

const MINUTE = 60_000;
/** Clocks change at full quarters of an hour. */
const QUARTER = 15 * MINUTE;
/** Quarters of an hour that are remembered. */
const MOST_REMEMBERED = 50_000;

/**
 * Writes moments as clocks show them where the organization is, with how far that is from UTC:
 * `2026-03-30T09:00:00+02:00`. For files that people and programs read, a hundred thousand moments each.
 */
export class LocalMoments {
  private readonly zone: IANAZone;
  private readonly offsets = new Map<number, number>();

  /** @param timeZone IANA name */
  constructor(timeZone: string) {
    this.zone = IANAZone.create(timeZone);
    if (!this.zone.isValid) throw new RangeError(`${timeZone} is no time zone.`);
  }

  /** To the second. @param at ISO text @throws RangeError for no moment */
  write(at: string): string {
    const moment = Date.parse(at);
    const offset = this.offsetAt(moment);
    const clock = new Date(moment + offset * MINUTE).toISOString().slice(0, 19);
    if (offset === 0) return `${clock}Z`;
    const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60];
    return `${clock}${offset < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutes)}`;
  }

  /** In whole minutes: in the days of solar time it had seconds, which no such text can say. */
  private offsetAt(moment: number): number {
    const quarter = Math.floor(moment / QUARTER);
    const known = this.offsets.get(quarter);
    if (known !== undefined) return known;
    if (this.offsets.size >= MOST_REMEMBERED) this.offsets.clear();
    const offset = Math.round(this.zone.offset(moment));
    this.offsets.set(quarter, offset);
    return offset;
  }
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
