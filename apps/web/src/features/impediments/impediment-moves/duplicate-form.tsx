import { useQuery } from '@apollo/client/react';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { Button } from '@chapterhouse/ui/button';
import { Combobox } from '@chapterhouse/ui/combobox';
import { DialogActions } from '@chapterhouse/ui/dialog';
import { useState } from 'react';
import { IMPEDIMENTS_TO_CHOOSE, SIMILAR_IMPEDIMENTS } from '../similar-impediments.operations';
import { useSettled } from '../../../platform/page/use-settled';
import type { MoveFormProps } from './move-dialog';
import { MoveRefusal } from './move-refusal';
import { MARK_IMPEDIMENT_DUPLICATE } from './moves.operations';
import { useMoveForm } from './use-move-form';
import './move-form.css';

/** Of which one: those that read alike come first, the others by typing. */
export function DuplicateForm({ impediment, onDone, onClose }: MoveFormProps) {
  const { send, seen, pending, refusal, current } = useMoveForm(impediment, onDone, { onLeft: onClose });
  const [search, setSearch] = useState('');
  const [original, setOriginal] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const similar = useQuery(SIMILAR_IMPEDIMENTS, { variables: { title: impediment.title } });
  const settled = useSettled(search);
  const found = useQuery(IMPEDIMENTS_TO_CHOOSE, { variables: { search: settled }, skip: settled === '' });
  const candidates = [
    ...(similar.data?.similarImpediments ?? []),
    ...((found.data ?? found.previousData)?.impediments.edges.map(({ node }) => node) ?? []),
  ].filter(({ id }, index, all) => id !== impediment.id && all.findIndex((other) => other.id === id) === index);
  const possible = seen.viewerCan.includes('impediment:mark-duplicate');

  const submit = () => {
    setMissing(original === null);
    if (original !== null) void send(MARK_IMPEDIMENT_DUPLICATE, { duplicateOfKey: original });
  };
  return (
    <form
      className="move-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <MoveRefusal refusal={refusal} current={current} possible={possible} />
      <Combobox
        label="Duplicate of"
        placeholder="A key or some words of its title"
        hint="Its affected teams, blocked items, votes and watchers move over."
        value={original}
        valueLabel={original ?? undefined}
        onChange={setOriginal}
        onSearch={setSearch}
        loading={similar.loading || found.loading}
        emptyText={search === '' ? 'Nothing reads alike. Type a key or some words.' : 'Nothing fits.'}
        error={missing && original === null ? 'Choose which one it repeats.' : undefined}
        options={candidates.map(({ key, title, state }) => ({
          value: key,
          label: `${key} ${title}`,
          detail: IMPEDIMENT_STATE_TITLES[state],
        }))}
      />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={pending} disabled={!possible}>
          Mark as a duplicate
        </Button>
      </DialogActions>
    </form>
  );
}
