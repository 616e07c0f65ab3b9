import { firstStart, nextStarts } from '@chapterhouse/domain/cadences/recurrence';
import { sentenceOf } from '@chapterhouse/domain/cadences/recurrence-sentence';
import { readRule, writeRule } from '@chapterhouse/domain/cadences/rule-text';

export type RecurrencePreview = {
  /** The rule for people. */
  sentence: string;
  /** The first ones, YYYY-MM-DDTHH:MM by the clocks of the series. */
  starts: string[];
  /** It begins later than was asked for: the rule does not give that day. */
  later: boolean;
};

/** Dates that are shown of a rule. */
const SHOWN = 5;

/** What a rule means, by the same code as the server's; null while it is none. @param text null: once */
export function recurrencePreview(text: string | null, startsAt: string, timeZone: string): RecurrencePreview | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(startsAt)) return null;
  const read = text === null ? null : readRule(text, { startsAt, timeZone });
  if (read?.problem !== undefined) return null;
  const rule = read?.rule ? writeRule(read.rule) : null;
  const first = firstStart(rule, startsAt);
  if (first === null) return { sentence: sentenceOf(rule, startsAt, timeZone), starts: [], later: false };
  return {
    sentence: sentenceOf(rule, first, timeZone),
    starts: nextStarts({ rule, startsAt: first, endsBefore: null }, first, SHOWN),
    later: first !== startsAt,
  };
}
