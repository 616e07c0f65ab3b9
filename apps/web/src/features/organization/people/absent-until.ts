import { absentUntil as firstDayBack } from '@chapterhouse/domain/organization/accountability';
import { dayWords } from '../../../platform/dates/day-words';

/** "away until 9 March" when somebody is away today; absences that touch are one. */
export function absentUntil(
  absences: readonly { startsOn: string; endsBefore: string }[],
  today: string,
): string | null {
  const own = absences.map(({ startsOn, endsBefore }) => ({ personId: 'self', startsOn, endsBefore }));
  const back = firstDayBack(own, 'self', today);
  return back === null ? null : `away until ${dayWords(back, today)}`;
}
