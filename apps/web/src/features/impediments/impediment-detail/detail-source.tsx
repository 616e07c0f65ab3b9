import { SOURCE_KIND_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { type ChosenSource, SourceField, sourceInput } from '../source-field';
import { useFieldEdit } from './use-field-edit';
import '../../../platform/forms/in-place.css';

/** What the teams wait for, by name and kind. */
export function DetailSource({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const { source } = impediment;
  const [chosen, setChosen] = useState<ChosenSource | null>(source);
  const [editing, setEditing] = useState(false);
  const { begin, save, pending, refusal } = useFieldEdit(impediment, (one) => one.source?.name ?? '');
  const shown = source ? (
    <span>
      <Link to={`/sources/${source.id}`}>{source.name}</Link>{' '}
      <span className="detail__quiet">{SOURCE_KIND_TITLES[source.kind].toLowerCase()}</span>
    </span>
  ) : (
    <span className="detail__quiet">nothing named</span>
  );
  if (!can(impediment, 'impediment:edit')) return shown;
  if (!editing) {
    const edit = () => {
      begin();
      setChosen(source);
      setEditing(true);
    };
    return (
      <div className="in-place">
        {shown}
        <button type="button" className="in-place__edit" aria-label="Edit what it waits for" onClick={edit}>
          <Pencil aria-hidden />
        </button>
      </div>
    );
  }
  const submit = async () => {
    if ((await save(sourceInput(chosen))) !== 'refused') setEditing(false);
  };
  return (
    <form
      className="in-place__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <SourceField value={chosen} onChange={setChosen} error={refusal?.fields['newSource']} labelHidden />
      <RefusalNote refusal={refusal} fieldsShown={['newSource']} />
      <div className="in-place__actions">
        <Button type="submit" size="sm" variant="primary" pending={pending}>
          Save
        </Button>
        <Button size="sm" onClick={() => setEditing(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
