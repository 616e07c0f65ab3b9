import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { TextField } from '@chapterhouse/ui/text-field';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentAct } from '../use-impediment-act';
import { LINK_IMPEDIMENT } from './detail.operations';

type Linked = { id: string; key: string };

/** `IMP-12`, `imp 12`, or an address of this organization's impediment, as people paste them. */
const KEY = /(?:^|\/impediments\/)imp[-\s]?(\d+)(?:\/page)?(?:[?#].*)?$/i;

/** What somebody typed, as the api wants it: another impediment's key, or an address with its title. */
export function readLink(typed: string, title: string, origin: string) {
  const text = typed.trim();
  const [, number] = KEY.exec(text) ?? [];
  const elsewhere = /^https?:/i.test(text) && !text.startsWith(`${origin}/`);
  if (number !== undefined && !elsewhere) return { toKey: `IMP-${number}` };
  return { url: text, ...(title.trim() !== '' && { title: title.trim() }) };
}

/** Links it with another impediment or with a page of the web. */
export function AddLink({ impediment }: { impediment: Linked }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Link something"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} data-edits="links">
          Link something
        </Button>
      }
    >
      <LinkForm impediment={impediment} onLinked={() => setOpen(false)} />
    </Popover>
  );
}

function LinkForm({ impediment, onLinked }: { impediment: Linked; onLinked: () => void }) {
  const act = useImpedimentAct();
  const [typed, setTyped] = useState('');
  const [title, setTitle] = useState('');
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<ShownRefusal | null>(null);
  const input = readLink(typed, title, window.location.origin);
  const isPage = 'url' in input && /^https?:/i.test(input.url);
  const submit = async () => {
    setPending(true);
    const variables = { id: impediment.id, ...input, idempotencyKey: newIdempotencyKey() };
    const outcome = await act(impediment, LINK_IMPEDIMENT, variables);
    setPending(false);
    if (outcome.done) onLinked();
    else setRefusal(outcome.refusal);
  };
  const error = refusal?.fields['toKey'] ?? refusal?.fields['url'];
  const unknown = refusal?.code === 'NOT_FOUND' ? 'There is no impediment with this key.' : undefined;
  return (
    <form
      className="linked__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) void submit();
      }}
    >
      <TextField
        label="Key or address"
        hint="IMP-12, or the address of a page."
        required
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setRefusal(null);
        }}
        error={error ?? unknown}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button
        autoFocus
      />
      {isPage && (
        <TextField
          label="Name of the page"
          optional
          value={title}
          onChange={(event) => setTitle(event.target.value)}
          error={refusal?.fields['title']}
        />
      )}
      {unknown === undefined && <RefusalNote refusal={refusal} fieldsShown={['toKey', 'url', 'title']} />}
      <Button type="submit" size="sm" variant="primary" pending={pending}>
        Link
      </Button>
    </form>
  );
}
