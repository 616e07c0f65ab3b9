import { TRIAGE_RESULT_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { announce } from '@chapterhouse/ui/live-region';
import { useEffect, useRef } from 'react';
import { currentOf, nameOf, type ShownSession } from './triage-items';

/** Says to the ear what the eye sees happen: another item, a result, somebody else who leads. */
export function useTriageNews(session: ShownSession): void {
  const before = useRef(session);
  useEffect(() => {
    const words = newsOf(before.current, session);
    before.current = session;
    if (words !== '') announce(words);
  }, [session]);
}

/** What became other from one to the other, in sentences. */
export function newsOf(before: ShownSession, now: ShownSession): string {
  const ended = now.items.flatMap((item) => {
    const result = before.items.find(({ id }) => id === item.id)?.result;
    return item.result !== null && item.result !== result && result !== undefined
      ? [`${nameOf(item)}: ${TRIAGE_RESULT_TITLES[item.result].toLowerCase()}.`]
      : [];
  });
  const current = currentOf(now);
  const news = [
    ...(now.state === 'ENDED' ? [] : ended),
    before.facilitator.id !== now.facilitator.id && `${now.facilitator.name} facilitates now.`,
    current && current.id !== before.current?.id && `Under discussion: ${nameOf(current)}.`,
    before.state !== now.state && 'The triage has ended.',
  ];
  return news.filter(Boolean).join(' ');
}
