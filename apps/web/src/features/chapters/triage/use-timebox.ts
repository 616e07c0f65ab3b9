import { announce } from '@chapterhouse/ui/live-region';
import { useEffect, useRef } from 'react';
import { clockWords, timeboxLook, type TimeboxLook } from './timebox-look';
import type { ShownSession } from './triage-items';
import { useServerNow } from './use-server-now';

/** How the timebox stands, second by second; what is left when little is left is said aloud, once each. */
export function useTimebox({ timebox, serverTime }: ShownSession): TimeboxLook | null {
  const now = useServerNow(serverTime, timebox !== null && timebox.endsAt !== null);
  const look = timebox && timeboxLook(timebox, now);
  const tone = look?.running ? look.tone : 'calm';
  const said = useRef(tone);
  const left = look?.left ?? 0;
  useEffect(() => {
    if (tone === said.current) return;
    said.current = tone;
    if (tone === 'soon') announce(`Timebox: ${clockWords(left)}.`);
    if (tone === 'over') announce('The timebox is over.');
  }, [tone, left]);
  return look;
}
