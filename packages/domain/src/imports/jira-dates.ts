/**
 * How a site writes its dates. ISO: the year first. DAY_MONTH: `21/Dec/22`, `05/août/25`, in any of our languages.
 * MONTH_DAY: `Dec 21, 2022`. DMY and MDY: numbers only, where the order has to be known.
 */
export const DATE_FORMATS = ['ISO', 'DAY_MONTH', 'MONTH_DAY', 'DMY', 'MDY'] as const;
export type DateFormat = (typeof DATE_FORMATS)[number];

const MONTHS = [
  'jan january janv janvier ene enero januari januar gen gennaio janeiro',
  'feb february fev fevr fevrier febrero februari februar febbraio fevereiro',
  'mar march mars marzo mrt maart marz maerz marco',
  'apr april avr avril abr abril aprile',
  'may mai mayo mei mag maggio maio',
  'jun june juin junio juni giu giugno junho',
  'jul july juil juillet julio juli lug luglio julho',
  'aug august aou aout ago agosto augustus',
  'sep sept september septembre septiembre set settembre setembro',
  'oct october octobre octubre okt oktober ott ottobre out outubro',
  'nov november novembre noviembre novembro',
  'dec december decembre dic diciembre dez dezember dicembre dezembro',
];
const MONTH_OF = new Map(MONTHS.flatMap((names, month) => names.split(' ').map((name) => [name, month + 1] as const)));

const NUMBERS = /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:(?:T|,?\s+)(.*))?$/;
const DAY_MONTH = /^(\d{1,2})[/ .-]+(\p{L}+)\.?[/ .,-]+(\d{4}|\d{2})(?:,?\s+(.*))?$/u;
const MONTH_DAY = /^(\p{L}+)\.?[/ .-]+(\d{1,2})[/ .,-]+(\d{4}|\d{2})(?:,?\s+(.*))?$/u;
const TIME = /^(\d{1,2})[:.h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$/i;

interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** Minutes east of UTC, where the text says so. */
  offset: number | null;
}

/** Reads the dates of one file: one format, and the time zone of whoever exported it. */
export class DateReader {
  /** Of a zone, by day: most days have one offset. */
  private readonly offsets = new Map<number, number | null>();
  private readonly clock: Intl.DateTimeFormat;

  constructor(
    readonly format: DateFormat,
    timeZone: string,
  ) {
    this.clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** ISO text in UTC; null for what is no date of this format. */
  read(text: string): string | null {
    const wall = wallTime(text, this.format);
    if (wall === null) return null;
    const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
    if (wall.offset !== null) return new Date(asUtc - wall.offset * 60_000).toISOString();
    return new Date(asUtc - this.offsetOf(asUtc)).toISOString();
  }

  /** How far the zone's clock was ahead when it showed this time; for a time that it showed twice, the first one. */
  private offsetOf(asUtc: number): number {
    const day = Math.floor(asUtc / 86_400_000);
    if (!this.offsets.has(day)) {
      const around = [day - 1, day + 2].map((one) => this.offsetAt(one * 86_400_000));
      this.offsets.set(day, around[0] === around[1] ? (around[0] ?? 0) : null);
    }
    const known = this.offsets.get(day);
    if (typeof known === 'number') return known;
    const before = this.offsetAt(asUtc - 86_400_000);
    return this.offsetAt(asUtc - before) === before ? before : this.offsetAt(asUtc + 86_400_000);
  }

  private offsetAt(moment: number): number {
    const parts = new Map(this.clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
    const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
    return shown - moment;
  }
}

function wallTime(text: string, format: DateFormat): WallTime | null {
  const parts = dayParts(text.trim(), format);
  if (parts === null) return null;
  const { year, month, day, time } = parts;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const none = { hour: 0, minute: 0, second: 0, offset: null };
  const clock = time === undefined || time.trim() === '' ? none : clockOf(time.trim());
  return clock === null ? null : { year, month, day, ...clock };
}

function dayParts(
  text: string,
  format: DateFormat,
): { year: number; month: number; day: number; time: string | undefined } | null {
  const named = format === 'DAY_MONTH' ? DAY_MONTH : format === 'MONTH_DAY' ? MONTH_DAY : null;
  if (named !== null) {
    const found = named.exec(text);
    if (found === null) return null;
    const [, one = '', other = '', year = '', time] = found;
    const [day, name] = format === 'DAY_MONTH' ? [one, other] : [other, one];
    const month = MONTH_OF.get(plain(name));
    return month === undefined ? null : { year: yearOf(year), month, day: Number(day), time };
  }
  const found = NUMBERS.exec(text);
  if (found === null) return null;
  const [, first = '', second = '', third = '', time] = found;
  if (format === 'ISO')
    return first.length === 4 ? { year: Number(first), month: Number(second), day: Number(third), time } : null;
  if (first.length > 2 || (third.length !== 2 && third.length !== 4)) return null;
  const [day, month] = format === 'DMY' ? [first, second] : [second, first];
  return { year: yearOf(third), month: Number(month), day: Number(day), time };
}

function clockOf(text: string): Pick<WallTime, 'hour' | 'minute' | 'second' | 'offset'> | null {
  const found = TIME.exec(text);
  if (found === null) return null;
  const [, hours = '', minutes = '', seconds = '0', half, zone] = found;
  const isAfternoon = half?.toLowerCase().startsWith('p') ?? false;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (half !== undefined && Number(hours) > 12))
    return null;
  return {
    hour,
    minute: Number(minutes),
    second: Number(seconds),
    offset: zone === undefined ? null : minutesOf(zone),
  };
}

function minutesOf(zone: string): number {
  if (zone.toLowerCase() === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** `22` is 2022, `99` is 1999. */
function yearOf(text: string): number {
  if (text.length === 4) return Number(text);
  return Number(text) + (Number(text) >= 70 ? 1900 : 2000);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

export interface DetectedDates {
  format: DateFormat;
  /** Other formats that read as many of them. */
  alsoFits: DateFormat[];
  /** Cells that hold something. */
  total: number;
  /** Of these, read by the format. */
  read: number;
  /** A few cells as they stand, with what they mean; moments are ISO text. */
  samples: { text: string; at: string | null }[];
}

/**
 * Finds the format of a file's dates, cell by cell. Where numbers leave two open, what cannot be speaks against one:
 * an issue resolved before it was created, or dates to come.
 */
export class DateDetector {
  private total = 0;
  private readonly readers = DATE_FORMATS.map((format) => ({ reader: new DateReader(format, 'UTC'), read: 0, odd: 0 }));
  private readonly texts = new Set<string>();

  /** @param now what is later by more than a day has not happened */
  constructor(private readonly now: number) {}

  /** @param cells created, updated, resolved of one row, as far as it has them, in the order in which they happened */
  row(cells: readonly string[]): void {
    const texts = cells.filter((cell) => cell !== '');
    this.total += texts.length;
    for (const text of texts) if (this.texts.size < 5) this.texts.add(text);
    for (const one of this.readers) {
      const moments = texts.flatMap((text) => one.reader.read(text) ?? []);
      one.read += moments.length;
      one.odd += moments.filter(
        (at, place) => at < (moments[place - 1] ?? '') || Date.parse(at) > this.now + 86_400_000,
      ).length;
    }
  }

  /** @param chosen by somebody; null: whatever fits best */
  found(chosen: DateFormat | null, timeZone: string): DetectedDates {
    const ranked = this.readers.toSorted((one, other) => other.read - one.read || one.odd - other.odd);
    const [best] = ranked;
    const format = chosen ?? best?.reader.format ?? 'ISO';
    const own = this.readers.find(({ reader }) => reader.format === format);
    const reader = new DateReader(format, timeZone);
    return {
      format,
      alsoFits: ranked
        .filter(
          (one) =>
            one.reader.format !== format && one.read > 0 && one.read >= (own?.read ?? 0) && one.odd <= (own?.odd ?? 0),
        )
        .map((one) => one.reader.format),
      total: this.total,
      read: own?.read ?? 0,
      samples: [...this.texts].map((text) => ({ text, at: reader.read(text) })),
    };
  }
}
