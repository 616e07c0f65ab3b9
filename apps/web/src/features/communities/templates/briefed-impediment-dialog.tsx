import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { SEARCH } from '../../../platform/commands/search.operations';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useSettled } from '../../../platform/page/use-settled';

export type BriefedImpedimentDialogProps = { template: string; onClose: () => void };

/** A brief is of an impediment: which one, before its form is filled. */
export function BriefedImpedimentDialog({ template, onClose }: BriefedImpedimentDialogProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [key, setKey] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const text = useSettled(typed).trim();
  const { data, previousData, loading } = useQuery(SEARCH, { variables: { text }, skip: text === '' });
  const found = text === '' ? [] : ((data ?? previousData)?.search ?? []);
  const options = found.flatMap((hit) =>
    hit.kind === 'IMPEDIMENT' && hit.key ? [{ value: hit.key, label: `${hit.key} ${hit.title}` }] : [],
  );
  const go = async () => {
    setTried(true);
    if (key !== null) await navigate(`/impediments/${key}/brief?template=${template}`);
  };
  return (
    <FormDialog
      title="Which impediment is the brief of?"
      submit="Write the brief"
      pending={false}
      refusal={null}
      onSubmit={go}
      onClose={onClose}
    >
      <Combobox
        label="Impediment"
        placeholder="Type its title or its key"
        value={key}
        valueLabel={key ?? undefined}
        options={options}
        answered
        error={tried && key === null ? 'Choose an impediment.' : undefined}
        onSearch={setTyped}
        loading={loading}
        emptyText="No impediment has these words."
        onChange={setKey}
      />
    </FormDialog>
  );
}
