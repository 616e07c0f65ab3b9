import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';

/** Says a day YYYY-MM-DD as people do. */
export function useDayWords(): (day: string) => string {
  const today = useToday();
  return (day) => dayWords(day, today);
}
