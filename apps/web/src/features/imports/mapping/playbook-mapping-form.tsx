import { type PlaybookMapping, readPlaybookMapping } from '@chapterhouse/domain/imports/playbook-mapping';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { countWords } from '../import-words';
import { goalOf, playbookChoicesOf } from './playbook-choices';

export type PlaybookMappingFormProps = {
  mapping: unknown;
  choices: unknown;
  /** What is wrong with a field, by its name. */
  problems: Record<string, string>;
  onChange: (mapping: PlaybookMapping) => void;
};

/** A community that the import founds. */
const NEW = 'NEW';
const APPROVALS = ['Nobody', '1 person', '2 people', '3 people', '4 people', '5 people'].map((label, value) => ({
  value: String(value),
  label,
}));

/** Which playbook the folder is, whose, and what has to happen before it is published. */
export function PlaybookMappingForm({ mapping, choices, problems, onChange }: PlaybookMappingFormProps) {
  const { communities, usual, ...found } = playbookChoicesOf(choices);
  const { mapping: read } = readPlaybookMapping(mapping, usual);
  // As it is typed, blanks included.
  const typed = {
    ...read,
    source: typedIn(mapping, 'source') ?? read.source,
    title: typedIn(mapping, 'title') ?? read.title,
  };
  const change = (part: Partial<PlaybookMapping>) => onChange({ ...typed, ...part });
  const goal = goalOf(typed, choices);
  const isNew = goal.to === 'NEW_COMMUNITY';
  const kept = goal.to === 'PLAYBOOK' ? goal.playbook : null;
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
          hint="Like the name of the repository. The community’s next folder of this name updates the same playbook."
          error={problems['source']}
          value={typed.source}
          onChange={({ target: { value } }) => change({ source: value })}
        />
        <Combobox
          label="Community that keeps it"
          error={problems['community']}
          options={[
            ...communities.map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: 'A new community' },
          ]}
          value={isNew ? NEW : goal.to === 'COMMUNITY' ? goal.id : (kept?.communityId ?? null)}
          valueLabel={kept?.communityName}
          onChange={(value) => change({ community: value === NEW ? typed.title : value })}
        />
      </div>
      {kept !== null && !kept.isClosed && (
        <p className="mapping__words">
          It updates {kept.key} {kept.title} of {kept.communityName}. What was changed here by hand stays as it is, and
          is told.
        </p>
      )}
      {kept === null && (
        <div className="mapping__pair">
          <TextField
            label="What the playbook is called"
            required
            error={problems['title']}
            value={typed.title}
            onChange={({ target: { value } }) => change({ title: value })}
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
