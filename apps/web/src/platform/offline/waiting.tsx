import { Button } from '@chapterhouse/ui/button';
import { CircleAlert, CloudOff } from 'lucide-react';
import { useMemo, useSyncExternalStore } from 'react';
import { useViewer } from '../session/session-provider';
import { onEdits, useWaitingEdits, waitingEdits } from './outbox';
import type { WaitingEdit } from './waiting-edit';
import './waiting.css';

const NONE: readonly WaitingEdit[] = [];

/** What this person changed in one thing that is not sent yet, or was refused when it was. */
export function useWaitingOf(id: string): readonly WaitingEdit[] {
  const viewer = useViewer();
  const edits = useWaitingEdits();
  return useMemo(() => {
    const own = edits.filter(({ viewerId, variables }) => viewerId === viewer.id && variables['id'] === id);
    return own.length === 0 ? NONE : own;
  }, [edits, viewer.id, id]);
}

/** Whether a change of it is not sent yet. */
export function useWaits(id: string): boolean {
  return useSyncExternalStore(onEdits, () =>
    waitingEdits().some(({ variables, refusal }) => variables['id'] === id && refusal === undefined),
  );
}

export type WaitingProps = {
  edit: WaitingEdit;
  /** Opens the words again where they were written. */
  onTakeBack?: (() => void) | undefined;
};

/** Says in place that a change waits, or that it came too late. */
export function Waiting({ edit: { refusal }, onTakeBack }: WaitingProps) {
  return (
    <div className={refusal ? 'waiting waiting--refused' : 'waiting'}>
      <p>
        {refusal ? <CircleAlert aria-hidden /> : <CloudOff aria-hidden />}
        {refusal ? `Not saved. ${refusal.title}` : 'Waits for the connection.'}
      </p>
      {onTakeBack && (
        <Button size="sm" variant="ghost" onClick={onTakeBack}>
          {refusal ? 'Go on writing' : 'Take it back'}
        </Button>
      )}
    </div>
  );
}
