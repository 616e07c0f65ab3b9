import { dayWords, todayIn } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useViewer } from '../../../platform/session/session-provider';

/** A file says a day at most; how many hours ago that was nobody knows. */
export function FileDay({ at }: { at: string }) {
  const { timeZone } = useViewer().organization;
  return <time dateTime={at}>{dayWords(todayIn(timeZone, new Date(at)), useToday())}</time>;
}
