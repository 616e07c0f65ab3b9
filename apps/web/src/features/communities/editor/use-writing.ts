import { useEffect, useSyncExternalStore } from 'react';
import { onReturn } from '../../../platform/offline/connection';
import type { PageWriter, Writing } from './page-writer';

/** What is being written, for as long as the screen is there: nothing of it is left behind without being sent or asked about. */
export function useWriting(writer: PageWriter, { version, body }: { version: number; body: string }): Writing {
  const writing = useSyncExternalStore(writer.listen, writer.now);
  useEffect(() => writer.follow({ version, body }), [writer, version, body]);
  useEffect(() => {
    writer.open();
    return writer.close;
  }, [writer]);
  const { status } = writing;
  useEffect(() => {
    if (status === 'saved') return undefined;
    const hidden = () => document.visibilityState === 'hidden' && void writer.save();
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, [status, writer]);
  useEffect(() => (status === 'kept' ? onReturn(() => void writer.save()) : undefined), [status, writer]);
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
