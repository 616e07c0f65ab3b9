import { useEffect, useState } from 'react';
import { useViewer } from '../session/session-provider';
import { todayIn } from './day-words';

/** How often to look whether midnight has passed, in milliseconds. */
const LOOK_EVERY = 60_000;

/** Today where the organization is, YYYY-MM-DD; a screen that stays open overnight moves on. */
export function useToday(): string {
  const { timeZone } = useViewer().organization;
  const [today, setToday] = useState(() => todayIn(timeZone));
  useEffect(() => {
    const timer = setInterval(() => setToday(todayIn(timeZone)), LOOK_EVERY);
    return () => clearInterval(timer);
  }, [timeZone]);
  return today;
}
