import { useEffect, useSyncExternalStore } from 'react';
import { onReturn } from '../../../platform/offline/connection';
import type { InDraft, PageWriter, Writing } from './page-writer';

/** What is being written, for as long as the screen is there: nothing of it is left behind without being sent or asked about. */
export function useWriting(writer: PageWriter, { draftId, version, body }: InDraft): Writing {
  const writing = useSyncExternalStore(writer.listen, writer.now);
  useEffect(() => {
    writer.open();
    return writer.close;
  }, [writer]);
  const { status } = writing;
  // What comes while something is on its way is followed when that is answered.
  useEffect(() => {
    if (status !== 'saving') writer.follow({ draftId, version, body });
  }, [writer, draftId, version, body, status]);
  useEffect(() => {
    if (status === 'saved') return undefined;
    const hidden = () => document.visibilityState === 'hidden' && void writer.save();
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [status, writer]);
  const waits = status === 'kept' || status === 'writing';
  useEffect(() => (waits ? onReturn(() => void writer.save()) : undefined), [waits, writer]);
  // What only this browser has is not left behind without a question.
  const here = status === 'kept' || status === 'conflict';
  useEffect(() => {
    if (!here) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [here]);
  return writing;
}
