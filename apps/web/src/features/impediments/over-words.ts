import { announce } from '@chapterhouse/ui/live-region';
import { useEffect } from 'react';
import { isDay } from '../../platform/dates/day-words';
import { useToday } from '../../platform/dates/use-today';

const OVER = 'This day is over: it would be overdue at once.';

/**
 * What to say of a day that somebody chooses for what is due. It may be meant so, for something that was promised, so
 * it is no refusal.
 * @param before what is saved: who leaves that alone is not warned
 */
export function useOverWords(day: string, before: string): string | undefined {
  const today = useToday();
  const over = day !== before && isDay(day) && day < today;
  useEffect(() => {
    if (over) announce(OVER);
  }, [over]);
  return over ? OVER : undefined;
}
