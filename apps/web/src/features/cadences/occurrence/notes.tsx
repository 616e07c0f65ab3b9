import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { SquarePen } from 'lucide-react';
import { useState } from 'react';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useDraftWaits } from '../../../platform/drafts/use-draft-waits';
import { InPlaceForm } from '../../../platform/forms/in-place-form';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { useShownAct } from '../../../platform/refusals/use-shown-act';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { OccurrencePart } from './occurrence-part';
import { WRITE_OCCURRENCE_NOTES } from './occurrence.operations';
import type { ShownOccurrence } from './use-occurrence';

/** What was said, in Markdown; words that were begun come back. */
export function Notes({ occurrence }: { occurrence: ShownOccurrence }) {
  const { id, notes } = occurrence;
  const allowed = can(occurrence, 'occurrence:write-notes');
  const place = `occurrence-notes:${id}`;
  const waits = useDraftWaits(place);
  const [writing, setWriting] = useState(waits && allowed);
  useShortcut({ key: 'n', label: 'Write notes', when: allowed && !writing, run: () => setWriting(true) });
  if (!allowed && notes === '') return null;
  return (
    <OccurrencePart
      title="Notes"
      action={
        allowed &&
        !writing && (
          <Button size="sm" variant="ghost" icon={<SquarePen aria-hidden />} onClick={() => setWriting(true)}>
            {notes === '' ? 'Write notes' : 'Edit'}
          </Button>
        )
      }
    >
      {writing && <WriteNotes place={place} occurrence={occurrence} onDone={() => setWriting(false)} />}
      {!writing && notes !== '' && <MarkdownText text={notes} />}
      {!writing && notes === '' && <p className="occurrence__none">Nothing is written down yet.</p>}
    </OccurrencePart>
  );
}

type WriteNotesProps = { place: string; occurrence: ShownOccurrence; onDone: () => void };

function WriteNotes({ place, occurrence: { id, version, notes }, onDone }: WriteNotesProps) {
  const [text, setText, clear, draft] = useDraft(place, notes);
  const { act, pending, refusal, key } = useShownAct(WRITE_OCCURRENCE_NOTES);
  const changed = draft.from !== notes && text !== notes ? notes : null;
  const save = async () => {
    if (text !== notes && (await act({ id, version, notes: text, idempotencyKey: key() })) === null) return;
    clear();
    onDone();
    notify({ title: 'The notes are saved.' });
  };
  const cancel = () => {
    if (text === notes) return onDone();
    const putBack = draft.discard();
    onDone();
    notify({ title: 'Your notes are thrown away.', action: { label: 'Put them back', onSelect: putBack } });
  };
  return (
    <InPlaceForm
      field="notes"
      label="Notes"
      kind="area"
      hint="Everybody here can read them."
      text={text}
      onText={setText}
      draft={draft}
      changed={changed}
      refusal={refusal}
      pending={pending}
      onSave={() => void save()}
      onCancel={cancel}
    />
  );
}
