import { Button } from '@chapterhouse/ui/button';
import { useAway } from '../../../platform/offline/connection';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { Writing } from './page-writer';

const WORDS: Record<Writing['status'], string> = {
  saved: 'Saved',
  writing: 'Not saved yet',
  saving: 'Saving…',
  kept: 'Kept in this browser',
  conflict: 'Waits for your choice',
};

export type SaveStateProps = { writing: Writing; onSave: () => void };

/** Whether the words are safe, in one line; what went wrong, and the way on. */
export function SaveState({ writing: { status, refusal }, onSave }: SaveStateProps) {
  const away = useAway() && (status === 'kept' || status === 'writing');
  return (
    <>
      <span className="page-editor__state" data-status={status}>
        {away ? 'Kept in this browser until the connection is back' : WORDS[status]}
      </span>
      {status === 'kept' && !away && (
        <RefusalNote
          refusal={refusal}
          action={
            <Button size="sm" onClick={onSave}>
              Try again
            </Button>
          }
        />
      )}
    </>
  );
}
