import { useApolloClient } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { notify } from '@chapterhouse/ui/toast';
import { Suspense, useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router';
import { loadExplainNotSaved, NotSaved } from '../features/impediments/public';
import { outbox } from '../platform/apollo/client';
import { onRefused, useWaitingEdits } from '../platform/offline/outbox';
import { holdTab, resumeOutbox } from '../platform/offline/resume-outbox';
import { type WaitingEdit, wordsIn } from '../platform/offline/waiting-edit';
import { copyText } from '../platform/page/copy-text';
import { useViewer } from '../platform/session/session-provider';
import './waiting-edits.css';

/** Takes up, once, what this person's earlier visits left waiting. */
export function useResumedOutbox(): void {
  const client = useApolloClient();
  const navigate = useNavigate();
  const { id } = useViewer();
  const resume = useEffectEvent(() => {
    holdTab();
    void resumeOutbox({ client, outbox }, id, ({ label }) => notify({ title: `Sent: ${label}.` }));
  });
  useEffect(() => resume(), []);
  const explain = useEffectEvent(async (edit: WaitingEdit) => {
    const explainNotSaved = await loadExplainNotSaved();
    await explainNotSaved(client, edit, (key) => void navigate(`/impediments/${key}`));
  });
  useEffect(() => onRefused((edit) => void explain(edit)), []);
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
  const { key, label, at, refusal, variables, impedimentKey } = edit;
  const words = wordsIn(variables);
  return (
    <li className="waiting-edits__edit">
      <p className="waiting-edits__label">
        {refusal && 'Not saved: '}
        {label} <time dateTime={new Date(at).toISOString()}>{CLOCK.format(at)}</time>
      </p>
      {words.map((text) => (
        <blockquote key={text} className="waiting-edits__words">
          {text}
        </blockquote>
      ))}
      <p className={refusal ? 'waiting-edits__refusal' : 'waiting-edits__state'}>
        {refusal
          ? `${refusal.title} ${impedimentKey === undefined ? refusal.next : ''}`
          : 'Is sent as soon as the server answers.'}
      </p>
      {refusal && impedimentKey !== undefined && (
        <Suspense>
          <NotSaved edit={edit} impedimentKey={impedimentKey} />
        </Suspense>
      )}
      <div>
        {words.length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            onClick={() =>
              void copyText(
                words.join('\n\n'),
                { title: 'The words are copied.' },
                'Select the words and copy them by hand.',
              )
            }
          >
            Copy the words
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={() => outbox.discard(key)}>
          {refusal ? 'Discard' : 'Throw away'}
        </Button>
      </div>
    </li>
  );
}

const CLOCK = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
