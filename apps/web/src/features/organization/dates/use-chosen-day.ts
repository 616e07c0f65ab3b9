import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { isDay } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';

/** The day that a screen shows: from the address (`?on=2025-03-01`), otherwise today. */
export function useChosenDay(): { on: string; today: string; choose: (day: string) => void } {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on');
  const choose = useCallback(
    (day: string) =>
      setSearch(
        (before) => {
          if (day === today) before.delete('on');
          else before.set('on', day);
          return before;
        },
        { replace: true },
      ),
    [setSearch, today],
  );
  return { on: isDay(asked) ? asked : today, today, choose };
}
