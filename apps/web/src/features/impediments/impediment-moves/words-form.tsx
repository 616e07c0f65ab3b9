import { Button } from '@chapterhouse/ui/button';
import { DialogActions } from '@chapterhouse/ui/dialog';
import { Kbd } from '@chapterhouse/ui/kbd';
import { TextArea } from '@chapterhouse/ui/text-area';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { DECLINE_IMPEDIMENT, REOPEN_IMPEDIMENT, RESOLVE_IMPEDIMENT } from './moves.operations';
import type { MoveFormProps } from './move-dialog';
import { MOVE_WORDS } from './move-words';
import { MoveRefusal } from './move-refusal';
import { useMoveForm } from './use-move-form';
import './move-form.css';

type WordyAction = 'impediment:resolve' | 'impediment:decline' | 'impediment:reopen';

const ASKS: Record<WordyAction, { label: string; hint: string; field: string }> = {
  'impediment:resolve': {
    label: 'What removed it?',
    hint: 'Whoever meets the same again will read this first.',
    field: 'resolution',
  },
  'impediment:decline': { label: 'Why is it declined?', hint: 'The team that raised it reads this.', field: 'reason' },
  'impediment:reopen': { label: 'Why is it reopened?', hint: 'What came back, or was never gone?', field: 'reason' },
};

export type WordsFormProps = MoveFormProps & { action: WordyAction };

/** One text: what removed it, or a reason. */
export function WordsForm({ impediment, action, onDone, onClose }: WordsFormProps) {
  const [words, setWords, clearDraft, draft] = useDraft(`${action}:${impediment.key}`);
  const { send, seen, pending, refusal, current } = useMoveForm(impediment, onDone, {
    draft,
    onLeft: () => {
      clearDraft();
      onClose();
    },
  });
  const { label, hint, field } = ASKS[action];
  const possible = seen.viewerCan.includes(action);
  const submit = async () => {
    if (await sendWords()) clearDraft();
  };
  const sendWords = () => {
    if (action === 'impediment:resolve') return send(RESOLVE_IMPEDIMENT, { resolution: words });
    return send(action === 'impediment:decline' ? DECLINE_IMPEDIMENT : REOPEN_IMPEDIMENT, { reason: words });
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <MoveRefusal refusal={refusal} current={current} possible={possible} fieldsShown={[field]} />
      <TextArea
        label={label}
        hint={hint}
        error={refusal?.fields[field]}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <DraftNote draft={draft} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
          {MOVE_WORDS[action].button} <Kbd>Ctrl ↵</Kbd>
        </Button>
      </DialogActions>
    </form>
  );
}
