import { checkedRecurrence } from '@chapterhouse/domain/cadences/series-checks';
import { startOfDay } from '@chapterhouse/domain/cadences/wall-clock';
import type { FieldProblem } from '@chapterhouse/domain/refusal';

/** The rule in our own words, and the first day that it gives; or what is wrong with it. */
export type TurnRule =
  { rule: string; startsOn: string; problems: [] } | { rule: null; startsOn: null; problems: FieldProblem[] };

/** Which days a turn begins. @param startsOn YYYY-MM-DD, from when on */
export function turnRule(rule: string, startsOn: string): TurnRule {
  const { recurrence, problems } = checkedRecurrence({
    rule,
    startsAt: startOfDay(startsOn),
    timeZone: 'UTC',
    endsBefore: null,
  });
  if (recurrence?.rule === undefined || recurrence.rule === null)
    return { rule: null, startsOn: null, problems: problems ?? [] };
  return { rule: recurrence.rule, startsOn: recurrence.startsAt.slice(0, 10), problems: [] };
}
