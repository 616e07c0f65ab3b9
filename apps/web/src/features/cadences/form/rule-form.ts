import {
  type DayOfRule,
  readRule,
  type Rule,
  type Weekday,
  WEEKDAYS,
  writeRule,
} from '@chapterhouse/domain/cadences/rule-text';

export const REPEATS = ['ONCE', 'DAY', 'WEEK', 'MONTH', 'RAW'] as const;
export type Repeat = (typeof REPEATS)[number];
export const MONTH_BYS = ['WEEKDAY', 'DAY'] as const;
export type MonthBy = (typeof MONTH_BYS)[number];
export const ENDS = ['NEVER', 'ON', 'AFTER'] as const;
export type Ends = (typeof ENDS)[number];

/** How often, as the fields show it; what is typed stays a text. */
export type RuleForm = {
  repeat: Repeat;
  every: string;
  days: Weekday[];
  monthBy: MonthBy;
  /** Of the month; -1 is its last. */
  monthDay: string;
  nth: string;
  weekday: Weekday;
  ends: Ends;
  until: string;
  count: string;
  /** For experts: the rule itself. */
  raw: string;
};

const NO_RULE: Rule = {
  frequency: 'WEEKLY',
  interval: 1,
  byDay: [],
  byMonthDay: [],
  byMonth: [],
  bySetPos: [],
  weekStart: null,
  count: null,
  until: null,
};

/** @param day YYYY-MM-DD */
export function weekdayOfDay(day: string): Weekday {
  const number = new Date(day).getUTCDay();
  return WEEKDAYS[(number + 6) % 7] ?? 'MO';
}

/** Which of its weekday a day is in its month, 1 to 5. */
const nthOfDay = (day: string): number => Math.ceil(Number(day.slice(8, 10)) / 7);

/** Fields that fit a day, before anybody says how often. */
export function usualRuleForm(day: string): RuleForm {
  return {
    repeat: 'WEEK',
    every: '1',
    days: [weekdayOfDay(day)],
    monthBy: 'WEEKDAY',
    monthDay: String(Number(day.slice(8, 10))),
    nth: nthOfDay(day) > 4 ? '-1' : String(nthOfDay(day)),
    weekday: weekdayOfDay(day),
    ends: 'NEVER',
    until: '',
    count: '10',
    raw: '',
  };
}

/** The rule as text; null: once. What the fields cannot say is as the expert wrote it. */
export function ruleText(form: RuleForm): string | null {
  if (form.repeat === 'ONCE') return null;
  if (form.repeat === 'RAW') return form.raw.trim().replace(/^RRULE:/i, '');
  return writeRule({
    ...NO_RULE,
    ...frequencyOf(form),
    interval: /^\d+$/.test(form.every) ? Number(form.every) : 0,
    count: form.ends === 'AFTER' ? Number(form.count) : null,
    until: form.ends === 'ON' && form.until !== '' ? form.until : null,
  });
}

function frequencyOf(form: RuleForm): Partial<Rule> {
  const { repeat, days, monthBy, nth, weekday, monthDay } = form;
  if (repeat === 'DAY') return { frequency: 'DAILY' };
  if (repeat === 'WEEK') return { frequency: 'WEEKLY', byDay: WEEKDAYS.filter((day) => days.includes(day)).map(plain) };
  return monthBy === 'WEEKDAY'
    ? { frequency: 'MONTHLY', byDay: [{ weekday, nth: Number(nth) }] }
    : { frequency: 'MONTHLY', byMonthDay: [Number(monthDay)] };
}

const plain = (weekday: Weekday): DayOfRule => ({ weekday, nth: null });

/** A rule as fields; one that they cannot say is shown as it is. */
export function ruleFormOf(text: string | null, start: { startsAt: string; timeZone: string }): RuleForm {
  const day = start.startsAt.slice(0, 10);
  const usual = usualRuleForm(day);
  if (text === null) return { ...usual, repeat: 'ONCE' };
  const { rule } = readRule(text, start);
  const fields = rule && fieldsOf(rule, day);
  if (!rule || !fields) return { ...usual, repeat: 'RAW', raw: text };
  return {
    ...usual,
    ...fields,
    every: String(rule.interval),
    ends: rule.until !== null ? 'ON' : rule.count !== null ? 'AFTER' : 'NEVER',
    until: rule.until ?? '',
    count: String(rule.count ?? 10),
  };
}

function fieldsOf({ frequency, byDay, byMonthDay, byMonth, bySetPos, weekStart }: Rule, day: string) {
  if (byMonth.length > 0 || bySetPos.length > 0 || (weekStart !== null && weekStart !== 'MO')) return null;
  const [first] = byDay;
  if (frequency === 'DAILY') return byDay.length === 0 && byMonthDay.length === 0 ? { repeat: 'DAY' as const } : null;
  if (frequency === 'WEEKLY') {
    const days = byDay.length === 0 ? [weekdayOfDay(day)] : byDay.map(({ weekday }) => weekday);
    return { repeat: 'WEEK' as const, days };
  }
  if (frequency !== 'MONTHLY' || byDay.length + byMonthDay.length > 1) return null;
  if (!first) {
    const monthDay = String(byMonthDay[0] ?? Number(day.slice(8, 10)));
    const known = Number(monthDay) >= -1;
    return known ? { repeat: 'MONTH' as const, monthBy: 'DAY' as const, monthDay } : null;
  }
  const { nth, weekday } = first;
  if (nth === null || !NTHS.includes(String(nth))) return null;
  return { repeat: 'MONTH' as const, monthBy: 'WEEKDAY' as const, nth: String(nth), weekday };
}

/** Which of a weekday in a month can be chosen. */
export const NTHS = ['1', '2', '3', '4', '-1'];

/** Whoever moves the first day of "every Tuesday" to a Wednesday means Wednesdays. */
export function followDay(form: RuleForm, from: string, to: string): RuleForm {
  const [before, after] = [usualRuleForm(from), usualRuleForm(to)];
  const [only] = form.days;
  const follows = form.days.length === 1 && only === before.weekday;
  return {
    ...form,
    days: follows ? after.days : form.days,
    ...(form.nth === before.nth && form.weekday === before.weekday && { nth: after.nth, weekday: after.weekday }),
    ...(form.monthDay === before.monthDay && { monthDay: after.monthDay }),
  };
}

/** What to do about the fields, where they say no rule yet; null when nothing is wrong. */
export function ruleProblem(form: RuleForm, start: { startsAt: string; timeZone: string }): string | null {
  if (form.repeat === 'WEEK' && form.days.length === 0) return 'Choose at least one day of the week.';
  if (form.ends === 'ON' && form.until === '' && form.repeat !== 'RAW' && form.repeat !== 'ONCE') {
    return 'Give the last day.';
  }
  const text = ruleText(form);
  if (text === null) return null;
  if (text === '') return 'Write the rule, such as FREQ=WEEKLY;BYDAY=TU.';
  return readRule(text, start).problem ?? null;
}
