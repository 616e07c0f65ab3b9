import { type PlaybookMapping, readPlaybookMapping } from '@chapterhouse/domain/imports/playbook-mapping';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { countWords } from '../import-words';
import { playbookChoicesOf } from './playbook-choices';

export type PlaybookMappingFormProps = {
  mapping: unknown;
  choices: unknown;
  onChange: (mapping: PlaybookMapping) => void;
};

/** A community that the import founds. */
const NEW = 'NEW';
const APPROVALS = ['Nobody', '1 person', '2 people', '3 people', '4 people', '5 people'].map((label, value) => ({
  value: String(value),
  label,
}));

/** Which playbook the folder is, whose, and what has to happen before it is published. */
export function PlaybookMappingForm({ mapping, choices, onChange }: PlaybookMappingFormProps) {
  const { communities, playbooks, usual, ...found } = playbookChoicesOf(choices);
  const { mapping: read } = readPlaybookMapping(mapping, usual);
  // As it is typed, blanks included.
  const typed = {
    ...read,
    source: typedIn(mapping, 'source') ?? read.source,
    title: typedIn(mapping, 'title') ?? read.title,
  };
  const change = (part: Partial<PlaybookMapping>) => onChange({ ...typed, ...part });
  const known = playbooks.find(({ source }) => source === typed.source.trim());
  const named = communities.find(({ id, name }) => id === read.community || name === read.community);
  const only = communities.length === 1 ? communities[0] : undefined;
  const isNew = communities.length === 0 || (read.community !== null && named === undefined);
  return (
    <>
      <p className="mapping__words">
        {countWords(found.pages, 'page')}, {countWords(found.pictures, 'picture')}, {countWords(found.links, 'address')}
        {found.folder !== '' && ` in ${found.folder}`}.{' '}
        {found.broken > 0 &&
          `${found.broken === 1 ? 'One address is' : `${found.broken.toLocaleString('en')} addresses are`} broken: the preview says where.`}
      </p>
      <div className="mapping__pair">
        <TextField
          label="What the folder is called"
          required
          hint="Like the name of the repository. The next folder of this name updates the same playbook."
          value={typed.source}
          onChange={({ target: { value } }) => change({ source: value })}
        />
        {known === undefined ? (
          <TextField
            label="What the playbook is called"
            required
            value={typed.title}
            onChange={({ target: { value } }) => change({ title: value })}
          />
        ) : (
          <p className="mapping__words">
            It updates {known.key} {known.title}. What was changed here by hand stays as it is, and is told.
          </p>
        )}
      </div>
      {known === undefined && (
        <div className="mapping__pair">
          <Combobox
            label="Community that keeps it"
            options={[
              ...communities.map(({ id, name }) => ({ value: id, label: name })),
              { value: NEW, label: 'A new community' },
            ]}
            value={isNew ? NEW : (named?.id ?? only?.id ?? null)}
            onChange={(value) => change({ community: value === NEW ? typed.title : value })}
          />
          {isNew ? (
            <TextField
              label="Name of the new community"
              required
              hint="You found it and are its first facilitator."
              value={typedIn(mapping, 'community') ?? typed.title}
              onChange={({ target: { value } }) => change({ community: value })}
            />
          ) : (
            <Select
              label="Who approves before it is published"
              options={APPROVALS}
              value={String(read.approvalsNeeded)}
              onChange={({ target: { value } }) => change({ approvalsNeeded: Number(value) })}
            />
          )}
        </div>
      )}
    </>
  );
}

function typedIn(mapping: unknown, name: string): string | null {
  if (typeof mapping !== 'object' || mapping === null) return null;
  const value: unknown = Object.entries(mapping).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}
