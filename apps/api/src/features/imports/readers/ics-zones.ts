import { localOf, momentOf } from '@chapterhouse/domain/cadences/wall-clock';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import { isZone, zoneInWords } from '@chapterhouse/domain/imports/zone-words';
import ICAL from 'ical.js';
import type { IcsComponent } from './ics-lines.js';

/** Looked at first: of several places with the same clock the one that most people know. */
const KNOWN = [
  'Europe/Berlin',
  'Europe/London',
  'Europe/Athens',
  'Europe/Moscow',
  'Europe/Istanbul',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
  'UTC',
];
const DAY = 24 * 60 * 60_000;
const YEARS = 3;

/** The zones that a calendar names, as IANA names them. */
export class IcsZones {
  private readonly defined = new Map<string, IcsComponent>();
  private readonly found = new Map<string, string | null>();

  /** @param usual the organization's, which is looked at first. @param year about which clocks are compared */
  constructor(
    components: readonly IcsComponent[],
    private readonly file: string,
    private readonly usual: string,
    private readonly year: number,
    private readonly tally: ImportTally,
  ) {
    for (const component of components) {
      const name = component.name === 'VTIMEZONE' ? valueOf(component, 'TZID') : undefined;
      if (name !== undefined) this.defined.set(name, component);
    }
  }

  /** Null for one that nobody knows. */
  named(tzid: string): string | null {
    const known = this.found.get(tzid);
    if (known !== undefined) return known;
    const zone = this.look(tzid);
    this.found.set(tzid, zone);
    return zone;
  }

  private look(tzid: string): string | null {
    // Some programs write a path before the name.
    const parts = tzid.split('/').filter((part) => part !== '');
    for (const take of [3, 2]) {
      const name = parts.slice(-take).join('/');
      if (parts.length >= take && isZone(name)) return name;
    }
    if (/^(?:Etc\/)?(?:UTC|GMT)$/iu.test(tzid)) return 'UTC';
    const component = this.defined.get(tzid);
    const place = component && valueOf(component, 'X-LIC-LOCATION');
    if (place !== undefined && isZone(place)) return place;
    const same = component && this.withSameClock(component);
    const zone = same ?? (isZone(tzid) ? tzid : zoneInWords(tzid));
    if (zone !== null) this.tally.problem(this.file, `The time zone “${tzid.slice(0, 100)}” is taken as ${zone}.`);
    return zone;
  }

  /** The zone that sets its clocks when the calendar's own definition does. */
  private withSameClock(component: IcsComponent): string | null {
    const offsetAt = offsetsOf(component);
    if (offsetAt === null) return null;
    const begin = Date.UTC(this.year, 0, 1, 12);
    const moments = Array.from({ length: (YEARS * 365) / 5 }, (_, index) => begin + index * 5 * DAY);
    const wanted = moments.map((moment) => offsetAt(localOf(moment, 'UTC')));
    const fits = (zone: string): boolean =>
      moments.every((moment, index) => {
        const local = localOf(moment, 'UTC');
        return Date.parse(`${local}:00Z`) - momentOf(local, zone) === (wanted[index] ?? 0) * 1000;
      });
    return [this.usual, ...KNOWN, ...Intl.supportedValuesOf('timeZone')].find(fits) ?? null;
  }
}

/** Seconds east of UTC at a wall-clock time; null where the definition cannot be read. */
function offsetsOf(component: IcsComponent): ((local: string) => number) | null {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(textOf(component)) as unknown[]));
    return (local) => {
      const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = local.split(/[-T:]/u).map(Number);
      return zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second: 0, isDate: false }));
    };
  } catch {
    return null;
  }
}

function textOf({ name, lines, inside }: IcsComponent): string {
  return [`BEGIN:${name}`, ...lines.map(({ text }) => text), ...inside.map(textOf), `END:${name}`].join('\r\n');
}

function valueOf({ lines }: IcsComponent, name: string): string | undefined {
  const line = lines.find(
    ({ text }) => text.toUpperCase().startsWith(`${name}:`) || text.toUpperCase().startsWith(`${name};`),
  );
  return line?.text.slice(line.text.indexOf(':') + 1).trim();
}
