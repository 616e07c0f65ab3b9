import { useQuery } from '@apollo/client/react';
import {
  IMPEDIMENT_SEVERITIES,
  type ImpedimentSeverity,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Button } from '@chapterhouse/ui/button';
import { MultiCombobox } from '@chapterhouse/ui/combobox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Select } from '@chapterhouse/ui/select';
import { TextArea } from '@chapterhouse/ui/text-area';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { type Owner, OwnerField } from '../impediment-moves/owner-field';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { ASSIGN_MANY, LABEL_MANY, SET_LEVEL_OF_MANY, TRIAGE_MANY } from './bulk.operations';
import type { BulkAction } from './bulk-bar';
import { LABELS_TO_CHOOSE } from './labels.operations';
import { useBulk } from './use-bulk';
import '../impediment-moves/move-form.css';

export type BulkDialogProps = {
  action: BulkAction;
  /** Those of the selection to which it can be done. */
  impediments: readonly ImpedimentCardFragment[];
  /** How many of the selection it leaves alone. */
  stay: number;
  title: string;
  onClose: () => void;
};

const SEVERITIES = IMPEDIMENT_SEVERITIES.map((value) => ({ value, label: SEVERITY_TITLES[value] }));

/** The words that a change of many needs; afterwards, which were left and why. */
export function BulkDialog({ action, impediments, stay, title, onClose }: BulkDialogProps) {
  // What was selected when it opened: live changes do not slip into a change that somebody is writing.
  const [chosen] = useState(impediments);
  const { send, pending, refusal, left } = useBulk(chosen, onClose);
  const { levels, nameOf } = useImpedimentLevels();
  // To the top each goes with its own brief.
  const topToo = chosen.every((one) => one.level === TOP_LEVEL);
  const labels = useQuery(LABELS_TO_CHOOSE, { skip: action !== 'impediment:label' });
  const [owner, setOwner] = useState<Owner | null>(null);
  const [ownerMissing, setOwnerMissing] = useState(false);
  const [severity, setSeverity] = useState<ImpedimentSeverity>('MEDIUM');
  const [level, setLevel] = useState(1);
  const [words, setWords] = useState('');
  const [add, setAdd] = useState<string[]>([]);
  const [made, setMade] = useState('');
  const [remove, setRemove] = useState<string[]>([]);

  if (left.length > 0) return <Left left={left} onClose={onClose} />;
  const needsOwner = action === 'impediment:triage' || action === 'impediment:assign';
  const submit = () => {
    setOwnerMissing(needsOwner && owner === null);
    if (needsOwner && owner === null) return undefined;
    const ownerId = owner?.id ?? '';
    switch (action) {
      case 'impediment:assign':
        return send(ASSIGN_MANY, { ownerId });
      case 'impediment:triage':
        return send(TRIAGE_MANY, { input: { ownerId, severity, level, nextStep: words } });
      case 'impediment:set-level':
        return send(SET_LEVEL_OF_MANY, { level, reason: words });
      case 'impediment:label':
        return send(LABEL_MANY, { add: made.trim() === '' ? add : [...add, made], remove });
    }
  };
  const known = (labels.data?.labels ?? []).map(({ name }) => ({ value: name, label: name }));
  const there = new Set(chosen.flatMap((one) => one.labels.map(({ name }) => name)));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={stay > 0 ? staying(stay, action) : undefined}
      keepOnOutsideClick
    >
      <form
        className="move-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <RefusalNote refusal={refusal} fieldsShown={['ownerId', 'nextStep', 'reason', 'severity', 'level', 'add']} />
        {needsOwner && (
          <OwnerField
            value={owner}
            onChange={setOwner}
            error={ownerMissing && owner === null ? 'Choose who sees to them.' : refusal?.fields['ownerId']}
          />
        )}
        {action === 'impediment:triage' && (
          <Select
            label="Severity"
            options={SEVERITIES}
            value={severity}
            onChange={(event) => setSeverity(IMPEDIMENT_SEVERITIES[event.target.selectedIndex] ?? severity)}
          />
        )}
        {(action === 'impediment:triage' || action === 'impediment:set-level') && (
          <>
            <Select
              label="Level"
              options={levels
                .filter((one) => topToo || one.level !== TOP_LEVEL)
                .map((one) => ({ value: String(one.level), label: one.name }))}
              hint={topToo ? undefined : `To ${nameOf(TOP_LEVEL)} each goes with a brief of its own.`}
              value={String(level)}
              error={refusal?.fields['level']}
              onChange={(event) => setLevel(Number(event.target.value))}
            />
            <TextArea
              label={action === 'impediment:triage' ? 'Next step' : 'Why there?'}
              rows={2}
              value={words}
              error={refusal?.fields['nextStep'] ?? refusal?.fields['reason']}
              onChange={(event) => setWords(event.target.value)}
            />
          </>
        )}
        {action === 'impediment:label' && (
          <>
            <MultiCombobox
              label="Put on"
              placeholder="Find a label"
              options={known}
              values={add}
              onChange={setAdd}
              loading={labels.loading}
              emptyText="No label of that name yet."
              error={refusal?.fields['add']}
            />
            <TextField label="A new label" optional value={made} onChange={(event) => setMade(event.target.value)} />
            <MultiCombobox
              label="Take off"
              placeholder="Those that they have"
              options={known.filter(({ value }) => there.has(value))}
              values={remove}
              onChange={setRemove}
              emptyText="None of them has a label of that name."
            />
          </>
        )}
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Change {plural(chosen.length, 'impediment')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function staying(stay: number, action: BulkAction): string {
  const what = `${plural(stay, 'other')} of the selection ${stay === 1 ? 'stays as it is' : 'stay as they are'}`;
  return action === 'impediment:triage' ? `${what}: only what is raised is triaged together.` : `${what}.`;
}

function Left({ left, onClose }: { left: ReturnType<typeof useBulk>['left']; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`${plural(left.length, 'impediment')} stayed as they were`}
      description="They are still selected. The others are changed."
    >
      <ul className="bulk-left">
        {left.map(({ id, key, title, reason }) => (
          <li key={id}>
            <strong>
              {key} {title}
            </strong>{' '}
            {reason}
          </li>
        ))}
      </ul>
      <DialogActions>
        <Button variant="primary" onClick={onClose}>
          Go on
        </Button>
      </DialogActions>
    </Dialog>
  );
}
