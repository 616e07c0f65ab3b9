import { type Recurrence, firstStart, isStart } from '../cadences/recurrence.js';
import { readRule, writeRule } from '../cadences/rule-text.js';
import { type LocalDateTime, dayOf, plusDays, timeOf } from '../cadences/wall-clock.js';
import type { CalendarDate, CalendarMeeting, CalendarTime, MeetingDate, MeetingFact } from './calendar-file.js';
import { localIn, minutesOf, zoneOf } from './calendar-times.js';
import type { ImportTally } from './import-outcome.js';

/**
 * What a meeting of a calendar is here: one series for each of its rules, and single meetings for dates that no rule gives.
 * Whatever has no place here is told.
 * @param usual zone of times without one
 */
export function meetingFacts(meeting: CalendarMeeting, usual: string, tally: ImportTally): MeetingFact[] {
  return new MeetingReading(meeting, usual, tally).read();
}

/** Of one meeting: ten years of a daily one have fewer. */
const MOST_EXCEPTIONS = 1_000;

/** What the series and single meetings of one entry share. */
type Base = Omit<MeetingFact, 'key' | 'rule' | 'startsAt' | 'dates'>;

class MeetingReading {
  private readonly timeZone: string;
  private readonly startsAt: LocalDateTime;

  constructor(
    private readonly meeting: CalendarMeeting,
    private readonly usual: string,
    private readonly tally: ImportTally,
  ) {
    this.timeZone = zoneOf(meeting.start, usual);
    this.startsAt = localIn(meeting.start, this.timeZone, usual);
  }

  read(): MeetingFact[] {
    const { meeting, startsAt } = this;
    const minutes = minutesOf(meeting.start, meeting.length, this.usual, (what) => this.problem(what));
    if (minutes === null) return [];
    const { where, calendar, name, place, agenda, isCancelled, rules, uid } = meeting;
    const base: Base = { where, calendar, name, place, agenda, timeZone: this.timeZone, minutes, isCancelled };
    const series = rules.map((rule, index) => this.series(rule, index, base)).filter((one) => one !== null);
    if (series.length === 0 && rules.length > 0) return [];
    const singles = new Map<LocalDateTime, MeetingFact>();
    if (rules.length === 0) singles.set(startsAt, onlyOnce(base, uid, startsAt));
    // The start is a date, as RFC 5545 has it, also where no rule gives it.
    else if (series.length === rules.length && rules.every((rule) => !hasTime(rule)) && !isGiven(series, startsAt))
      singles.set(startsAt, this.single(base, startsAt));
    if (meeting.extra.length > MOST_EXCEPTIONS)
      this.problem(`It has more than ${MOST_EXCEPTIONS} dates beside its rules: the first ones are taken.`);
    for (const extra of meeting.extra.slice(0, MOST_EXCEPTIONS)) {
      const local = this.local(extra);
      if (!isGiven(series, local) && !singles.has(local)) singles.set(local, this.single(base, local));
    }
    const facts = [...series, ...singles.values()];
    if (meeting.exceptions.length > MOST_EXCEPTIONS)
      this.problem(`It has more than ${MOST_EXCEPTIONS} exceptions: the first ones are taken.`);
    for (const { at, where } of meeting.exceptions.slice(0, MOST_EXCEPTIONS)) this.except(facts, at, where);
    for (const date of meeting.dates) this.date(facts, date, base);
    return facts.filter((fact) => fact.rule !== null || !fact.dates.some(({ state }) => state === 'SKIPPED'));
  }

  private single(base: Base, startsAt: LocalDateTime): MeetingFact {
    return onlyOnce(base, `${this.meeting.uid}@${startsAt}`, startsAt);
  }

  private series(text: string, place: number, base: Base): MeetingFact | null {
    const { rule: plain, time } = withoutTimes(text, timeOf(this.startsAt));
    // A time of day of the rule's own comes first on the day of the start, or on the next one.
    const from =
      time !== null && time < timeOf(this.startsAt) ? plusDays(dayOf(this.startsAt), 1) : dayOf(this.startsAt);
    const begin = time === null ? this.startsAt : `${from}T${time}`;
    const { rule, problem } = readRule(plain, { startsAt: begin, timeZone: this.timeZone });
    if (!rule) {
      this.problem(`Its rule ${text.slice(0, 200)} is not taken. ${problem}`);
      return null;
    }
    const written = writeRule(rule);
    const startsAt = firstStart(written, begin);
    if (startsAt === null) {
      this.problem(`Its rule ${text.slice(0, 200)} gives no date at all: not taken.`);
      return null;
    }
    const key = place === 0 ? this.meeting.uid : `${this.meeting.uid}#${place + 1}`;
    return { ...base, key, rule: written, startsAt, dates: [] };
  }

  private except(facts: MeetingFact[], at: CalendarTime, where: string): void {
    const local = this.local(at);
    const exact = facts.find((fact) => gives(fact, local));
    const sameDay = at.of === 'DAY' ? facts.find((fact) => gives(fact, onDay(at.day, fact))) : undefined;
    const fact = exact ?? sameDay;
    if (fact === undefined) {
      const asUtc = localIn({ of: 'MOMENT', at: `${local}:00Z` }, this.timeZone, this.usual);
      const hint = facts.some((one) => gives(one, asUtc)) ? ` It would, if ${timeOf(local)} were a time in UTC.` : '';
      this.tally.problem(
        where,
        `The exception ${local.replace('T', ' ')} is no date of this meeting: nothing is left out.${hint}`,
      );
      return;
    }
    const originalStart = exact === undefined && at.of === 'DAY' ? onDay(at.day, fact) : local;
    if (fact.dates.some((date) => date.originalStart === originalStart)) return;
    fact.dates.push({ ...AS_SERIES, originalStart, state: 'SKIPPED' });
  }

  private date(facts: MeetingFact[], date: CalendarDate, base: Base): void {
    const originalStart = this.local(date.original);
    const fact = facts.find((one) => gives(one, originalStart));
    const minutes = minutesOf(date.start, date.length ?? { minutes: base.minutes }, this.usual, (what) =>
      this.tally.problem(date.where, what),
    );
    if (minutes === null) return;
    const movedTo = this.local(date.start);
    const words = { name: date.name, place: date.place, agenda: date.agenda, minutes };
    if (fact === undefined) {
      this.tally.problem(
        date.where,
        `The changed date ${originalStart.replace('T', ' ')} is none of this meeting: ${date.isCancelled ? 'left out' : 'taken as a meeting of its own'}.`,
      );
      if (!date.isCancelled) facts.push({ ...this.single({ ...base, ...words }, originalStart), startsAt: movedTo });
      return;
    }
    fact.dates = fact.dates.filter((one) => one.originalStart !== originalStart);
    fact.dates.push({
      originalStart,
      state: date.isCancelled ? 'CANCELLED' : 'PLANNED',
      movedTo: movedTo === originalStart ? null : movedTo,
      minutes: minutes === fact.minutes ? null : minutes,
      name: date.name === fact.name ? null : date.name,
      place: date.place === fact.place ? null : date.place,
      agenda: date.agenda === fact.agenda ? null : date.agenda,
    });
  }

  private local(time: CalendarTime): LocalDateTime {
    return localIn(time, this.timeZone, this.usual);
  }

  private problem(what: string): void {
    this.tally.problem(this.meeting.where, what);
  }
}

const AS_SERIES: Omit<MeetingDate, 'originalStart' | 'state'> = {
  movedTo: null,
  minutes: null,
  name: null,
  place: null,
  agenda: null,
};

/** A single time of day within a rule is a start's; several stay, and are refused by whoever reads the rule. */
function withoutTimes(text: string, usual: string): { rule: string; time: string | null } {
  const parts = text.split(';');
  const times = parts.filter((part) => TIME_PART.test(part));
  if (times.length === 0 || times.some((part) => !/=\d{1,2}$/u.test(part))) return { rule: text, time: null };
  const of = (name: string, usually: string): string =>
    (times.find((part) => part.startsWith(name))?.split('=')[1] ?? usually).padStart(2, '0');
  const time = `${of('BYHOUR', usual.slice(0, 2))}:${of('BYMINUTE', usual.slice(3))}`;
  return { rule: parts.filter((part) => !TIME_PART.test(part)).join(';'), time };
}

const TIME_PART = /^BY(?:HOUR|MINUTE|SECOND)=/u;
const hasTime = (rule: string): boolean => rule.split(';').some((part) => TIME_PART.test(part));

function onlyOnce(base: Base, key: string, startsAt: LocalDateTime): MeetingFact {
  const { isCancelled } = base;
  const dates: MeetingDate[] = isCancelled ? [{ ...AS_SERIES, originalStart: startsAt, state: 'CANCELLED' }] : [];
  return { ...base, isCancelled: false, key, rule: null, startsAt, dates };
}

const isGiven = (series: readonly MeetingFact[], local: LocalDateTime): boolean =>
  series.some((one) => gives(one, local));

function gives(fact: MeetingFact, local: LocalDateTime): boolean {
  return isStart(recurrenceOf(fact), local);
}

const onDay = (day: string, { startsAt }: MeetingFact): LocalDateTime => `${day}T${timeOf(startsAt)}`;

function recurrenceOf({ rule, startsAt }: MeetingFact): Recurrence {
  return { rule, startsAt, endsBefore: null };
}
