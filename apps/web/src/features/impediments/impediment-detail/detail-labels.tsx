import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Chip } from '@chapterhouse/ui/chip';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Popover } from '@chapterhouse/ui/popover';
import { notify } from '@chapterhouse/ui/toast';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { can } from '../../../platform/session/can';
import { LABELS_TO_CHOOSE } from '../impediment-selection/labels.operations';
import { useImpedimentAct } from '../use-impediment-act';
import { LABEL_IMPEDIMENT } from './detail.operations';

/** What it is filed under; a name that nobody has used yet makes a new label. */
export function DetailLabels({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const act = useImpedimentAct();
  const { id, labels } = impediment;
  const change = async (names: { add?: string[]; remove?: string[] }) => {
    const outcome = await act(impediment, LABEL_IMPEDIMENT, { id, ...names, idempotencyKey: newIdempotencyKey() });
    if (outcome.done) return;
    const { title, next, fields } = outcome.refusal;
    notify({ tone: 'problem', title, detail: fields['add'] ?? next });
  };
  const may = can(impediment, 'impediment:label');
  if (!may && labels.length === 0) return <span className="detail__quiet">none</span>;
  return (
    <div className="detail__chips">
      {labels.map((label) =>
        may ? (
          <Chip key={label.id} onRemove={() => void change({ remove: [label.name] })}>
            {label.name}
          </Chip>
        ) : (
          <Chip key={label.id}>{label.name}</Chip>
        ),
      )}
      {may &&
        labels.map(({ id: labelId, name }) => (
          <OfferedCommand
            key={labelId}
            id={`label-off:${labelId}`}
            label={`Take the label ${name} off ${impediment.key}`}
            group="here"
            keywords="remove tag"
            run={() => void change({ remove: [name] })}
          />
        ))}
      {may && <AddLabel present={labels.map(({ name }) => name)} onAdd={(name) => void change({ add: [name] })} />}
    </div>
  );
}

function AddLabel({ present, onAdd }: { present: readonly string[]; onAdd: (name: string) => void }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Add a label"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" icon={<Plus aria-hidden />} data-edits="labels">
          Label
        </Button>
      }
    >
      <ChooseLabel
        present={present}
        onChoose={(name) => {
          setOpen(false);
          onAdd(name);
        }}
      />
    </Popover>
  );
}

function ChooseLabel({ present, onChoose }: { present: readonly string[]; onChoose: (name: string) => void }) {
  const { data, loading } = useQuery(LABELS_TO_CHOOSE, { fetchPolicy: 'cache-and-network' });
  const [search, setSearch] = useState('');
  const typed = search.trim();
  const known = (data?.labels ?? []).map(({ name }) => name);
  const fitting = known.filter((name) => !present.includes(name) && name.toLowerCase().includes(typed.toLowerCase()));
  const isNew = typed !== '' && ![...known, ...present].some((name) => name.toLowerCase() === typed.toLowerCase());
  const options = [
    ...fitting.map((name) => ({ value: name, label: name })),
    ...(isNew ? [{ value: typed, label: typed, detail: 'New label' }] : []),
  ];
  return (
    <Combobox
      label="Label"
      placeholder="Find or make one"
      value={null}
      options={options}
      onSearch={setSearch}
      loading={loading && !data}
      emptyText={typed === '' ? 'Type a name for the first label.' : 'It has this label already.'}
      onChange={(name) => name !== null && onChoose(name)}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- asked for by the button
      autoFocus
    />
  );
}
