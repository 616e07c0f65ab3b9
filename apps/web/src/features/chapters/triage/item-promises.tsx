import { Button } from '@chapterhouse/ui/button';
import { announce } from '@chapterhouse/ui/live-region';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { DraftNote } from '../../../platform/drafts/draft-note';
import { useDraft } from '../../../platform/drafts/use-draft';
import { useIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useAct } from '../../../platform/refusals/use-act';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import type { ShownItem, ShownSession } from './triage-items';
import { PROMISE_ACTION } from './triage.operations';
import type { PersonHere } from './use-people-here';

export type ItemPromisesProps = { session: ShownSession; item: ShownItem; people: readonly PersonHere[] };

/** Days that somebody has for a small promise unless they say otherwise: until the next session. */
const USUAL_DAYS = 7;

/** What people here promised to do about it: each with an owner and a day. */
export function ItemPromises({ session, item, people }: ItemPromisesProps) {
  const today = useToday();
  const [open, setOpen] = useState(false);
  const may = can(session, 'triage:promise-action');
  useShortcut({ key: 'a', label: 'Note an action', when: may && !open, run: () => setOpen(true) });
  if (item.actions.length === 0 && !may) return null;
  return (
    <section className="triage-item__part" aria-label="Actions">
      <header>
        <h3>Actions</h3>
        {may && !open && (
          <Button size="sm" variant="ghost" icon={<Plus aria-hidden />} onClick={() => setOpen(true)}>
            Note an action
          </Button>
        )}
      </header>
      {item.actions.length > 0 && (
        <ul className="triage-item__actions">
          {item.actions.map(({ id, title, owner, dueOn }) => (
            <li key={id}>
              {title}
              <span>
                {owner.name}, by {dayWords(dueOn, today)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {open && <PromiseForm key={item.id} item={item} people={people} onClose={() => setOpen(false)} />}
    </section>
  );
}

type PromiseFormProps = Omit<ItemPromisesProps, 'session'> & { onClose: () => void };

function PromiseForm({ item, people, onClose }: PromiseFormProps) {
  const today = useToday();
  const { person } = useViewer();
  const [title, setTitle, clearDraft, draft] = useDraft(`promise:${item.id}`);
  const [ownerId, setOwnerId] = useState(person.id);
  const [dueOn, setDueOn] = useState(() => addDays(today, USUAL_DAYS));
  const [tried, setTried] = useState(false);
  const { act, pending, refusal } = useAct(PROMISE_ACTION);
  const { key, renew } = useIdempotencyKey();
  const submit = async () => {
    setTried(true);
    if (title.trim() === '') return;
    const done = await act({ itemId: item.id, title, ownerId, dueOn, idempotencyKey: key() });
    if (done === null) return renew();
    renew();
    clearDraft();
    announce('The action is noted.');
    onClose();
  };
  return (
    <form
      className="promise-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label="What is promised?"
        placeholder="Call the network team about the certificate"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a button or a key to write at once
        autoFocus
        value={title}
        error={
          refusal?.fields['title'] ??
          (tried && title.trim() === '' ? 'Say in a few words what will be done.' : undefined)
        }
        onChange={(event) => setTitle(event.target.value)}
      />
      <DraftNote draft={draft} />
      <div className="promise-form__row">
        <Select
          label="Who"
          value={ownerId}
          error={refusal?.fields['ownerId']}
          onChange={(event) => setOwnerId(event.target.value)}
          options={people.map(({ id, name, isViewer }) => ({ value: id, label: isViewer ? `${name} (you)` : name }))}
        />
        <TextField
          label="Until"
          type="date"
          min={today}
          value={dueOn}
          error={refusal?.fields['dueOn']}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
      <RefusalNote refusal={refusal} fieldsShown={['title', 'ownerId', 'dueOn']} />
      <div className="promise-form__acts">
        <Button variant="ghost" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" pending={pending}>
          Note it
        </Button>
      </div>
    </form>
  );
}
