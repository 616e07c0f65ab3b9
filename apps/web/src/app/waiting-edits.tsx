import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { notify } from '@chapterhouse/ui/toast';
import { useEffect, useEffectEvent } from 'react';
import { outbox } from '../platform/apollo/client';
import { useWaitingEdits } from '../platform/offline/outbox';
import { holdTab, resumeOutbox } from '../platform/offline/resume-outbox';
import { type WaitingEdit, wordsIn } from '../platform/offline/waiting-edit';
import { useViewer } from '../platform/session/session-provider';
import './waiting-edits.css';

/** Takes up, once, what this person's earlier visits left waiting. */
export function useResumedOutbox(): void {
  const client = useApolloClient();
  const { id } = useViewer();
  const resume = useEffectEvent(() => {
    holdTab();
    void resumeOutbox(client, id, ({ label }) => notify({ title: `Sent: ${label}.` }));
  });
  useEffect(() => resume(), []);
}

/** Edits that could not be sent yet, and those that came too late: with what was written in them. */
export function WaitingEdits() {
  const { id } = useViewer();
  const edits = useWaitingEdits().filter(({ viewerId }) => viewerId === id);
  if (edits.length === 0) return null;
  const refused = edits.filter(({ refusal }) => refusal).length;
  return (
    <Popover
      label="Changes that wait"
      align="center"
      trigger={
        <Button size="sm" variant="ghost">
          {refused > 0
            ? `${refused} not saved`
            : `${edits.length} ${edits.length === 1 ? 'change waits' : 'changes wait'}`}
        </Button>
      }
    >
      <ul className="waiting-edits">
        {edits.map((edit) => (
          <Edit key={edit.key} edit={edit} />
        ))}
      </ul>
    </Popover>
  );
}

function Edit({ edit }: { edit: WaitingEdit }) {
  const { key, label, at, refusal, variables } = edit;
  const words = wordsIn(variables);
  return (
    <li className="waiting-edits__edit">
      <p className="waiting-edits__label">
        {label} <time dateTime={new Date(at).toISOString()}>{CLOCK.format(at)}</time>
      </p>
      {words.map((text) => (
        <blockquote key={text} className="waiting-edits__words">
          {text}
        </blockquote>
      ))}
      <p className={refusal ? 'waiting-edits__refusal' : 'waiting-edits__state'}>
        {refusal ? `${refusal.title} ${refusal.next}` : 'Is sent as soon as the server answers.'}
      </p>
      <div>
        {words.length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => void navigator.clipboard.writeText(words.join('\n\n'))}>
            Copy the words
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={() => outbox.discard(key)}>
          {refusal ? 'I have seen it' : 'Throw away'}
        </Button>
      </div>
    </li>
  );
}

const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
