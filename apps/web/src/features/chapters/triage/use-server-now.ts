import { useEffect, useState } from 'react';

/** How often a clock is drawn, in milliseconds: often enough that no second is left out. */
const STEP = 250;

/**
 * The server's clock in milliseconds: all look at the same timebox, also whose own clock is wrong.
 * @param serverTime as the last answer said it
 * @param ticking whether it is drawn anew while time goes on
 */
export function useServerNow(serverTime: string, ticking: boolean): number {
  // An answer is a little old when it comes, and very old out of what this browser kept: the furthest ahead is the truest.
  const [ahead, setAhead] = useState(() => Date.parse(serverTime) - Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const present = Date.now();
    const timer = setTimeout(() => {
      setAhead((before) => Math.max(before, Date.parse(serverTime) - present));
      setNow(Date.now());
    });
    return () => clearTimeout(timer);
  }, [serverTime]);
  useEffect(() => {
    if (!ticking) return undefined;
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, [ticking]);
  return now + ahead;
}
