import { useQuery } from '@apollo/client/react';
import { Combobox } from '@chapterhouse/ui/combobox';
import { useRef, useState } from 'react';
import { SEARCH } from '../../../platform/commands/search.operations';
import type { SearchHit } from '../../../platform/commands/search-hits';
import { FormDialog } from '../../../platform/forms/form-dialog';
import { mentionOf } from '../../../platform/markdown/mention';
import { useSettled } from '../../../platform/page/use-settled';

export type LinkDialogProps = {
  /** Pages of the same playbook. */
  pages: readonly { path: string; title: string }[];
  artifactKey: string;
  onLink: (markdown: string) => void;
  onClose: () => void;
};

type Choice = { value: string; label: string; detail: string; markdown: string };

/** Leads to a page, a person, a team, a decision, an impediment, an item: by key or id, so that it stays right. */
export function LinkDialog({ pages, artifactKey, onLink, onClose }: LinkDialogProps) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [tried, setTried] = useState(false);
  // It is put in, and written on, once the focus is no longer the dialog's.
  const linked = useRef<string | null>(null);
  const text = useSettled(typed).trim();
  const { data, previousData, loading } = useQuery(SEARCH, { variables: { text }, skip: text === '' });
  const words = typed.trim().toLowerCase();
  const own = pages
    .filter(({ title, path }) => words === '' || title.toLowerCase().includes(words) || path.includes(words))
    .slice(0, 8)
    .map(({ path, title }): Choice => ({
      value: `page:${path}`,
      label: title,
      detail: 'Page here',
      markdown: `[${escaped(title)}](${artifactKey}/${path})`,
    }));
  const found = text === '' ? [] : ((data ?? previousData)?.search ?? []).flatMap((hit) => choiceOf(hit) ?? []);
  const options = [...own, ...found];
  const insert = () => {
    setTried(true);
    if (chosen) {
      linked.current = chosen.markdown;
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
      onClosed={() => linked.current !== null && onLink(linked.current)}
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
        loading={loading}
        emptyText="Nothing has these words."
        onChange={(value) => setChosen(options.find((one) => one.value === value) ?? null)}
      />
    </FormDialog>
  );
}

const escaped = (title: string) => title.replaceAll(/[[\]\\]/g, String.raw`\$&`);

function choiceOf({ kind, id, key, title, detail }: SearchHit): Choice | null {
  const choice = (markdown: string): Choice => ({
    value: `${kind}:${id}`,
    label: key === null ? title : `${key} ${title}`,
    detail,
    markdown,
  });
  switch (kind) {
    case 'IMPEDIMENT':
    case 'DECISION':
    case 'ITEM':
    case 'ARTIFACT':
      return key === null ? null : choice(key);
    case 'PERSON':
      return choice(mentionOf({ id, name: title }));
    case 'TEAM':
      return choice(`[${escaped(title)}](team:${id})`);
    default:
      return null;
  }
}
