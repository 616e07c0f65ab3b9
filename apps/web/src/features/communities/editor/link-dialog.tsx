import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useRef, useState } from 'react';
import { SEARCH } from '../../../platform/commands/search.operations';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { useSettled } from '../../../platform/page/use-settled';
import { type LinkedPages, type LinkOffer, linksTo } from './link-offers';

export type LinkDialogProps = {
  linked: LinkedPages;
  onLink: (markdown: string) => void;
  onClose: () => void;
};

/** Leads to a page, a person, a team, a decision, an impediment, an item: by key or id, so that it stays right. */
export function LinkDialog({ linked, onLink, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<LinkOffer | null>(null);
  const [tried, setTried] = useState(false);
  // It is put in, and written on, once the focus is no longer the dialog's.
  const put = useRef<string | null>(null);
  const text = useSettled(typed).trim();
  const { data, previousData, loading } = useQuery(SEARCH, { variables: { text }, skip: text === '' });
  const options = linksTo(linked, text === '' ? [] : ((data ?? previousData)?.search ?? []), typed);
  const insert = () => {
    setTried(true);
    if (chosen) {
      put.current = chosen.markdown;
      onClose();
    }
    return Promise.resolve();
  };
  return (
    <FormDialog
      title="Link to something"
      submit="Put it in"
      pending={false}
      refusal={null}
      onSubmit={insert}
      onClose={onClose}
      onClosed={() => put.current !== null && onLink(put.current)}
    >
      <Combobox
        label="What"
        placeholder="Type a title, a name or a key"
        value={chosen?.value ?? null}
        valueLabel={chosen?.label}
        options={options.map(({ value, label, detail }) => ({ value, label, detail }))}
        error={tried && !chosen ? 'Choose what it leads to.' : undefined}
        hint="It is shown with the title that it has whenever somebody reads it."
        onSearch={setTyped}
        answered={typed.trim() !== '' && text === typed.trim() && !loading}
        loading={loading}
        emptyText="Nothing has these words."
        onChange={(value) => setChosen(options.find((one) => one.value === value) ?? null)}
      />
    </FormDialog>
  );
}
