import { useQuery } from '@apollo/client/react';
import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import {
  NAMES_ONLY_RULES,
  type NamesOnlyRule,
  PEOPLE_RULES,
  type PeopleMatching,
  type PeopleRule,
} from '@chapterhouse/domain/imports/jira-mapping';
import { hasNameOnly } from '@chapterhouse/domain/imports/jira-people';
import { Button } from '@chapterhouse/ui/button';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Select } from '@chapterhouse/ui/select';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';
import { useSettled } from '../../../platform/page/use-settled';
import { MATCHED_PERSON, PEOPLE_TO_MATCH } from './mapping.operations';

const RULE_WORDS: Record<PeopleRule, string> = {
  NEW: 'Are new here, unless an import has brought them before',
  SAME_EMAIL: 'Are whoever has the same e-mail here',
  SAME_NAME: 'Are whoever has the same name here',
};
const NAMES_ONLY_WORDS: Record<NamesOnlyRule, string> = {
  SAME_NAME: 'Are whoever alone has exactly the same name here',
  NEW: 'Are new here, unless an import has brought the name before',
};
/** Shown at once; the others on demand. */
const FIRST = 12;
const MORE = 50;
/** Nobody of those who are here, whatever the rule. */
const SOMEBODY_NEW = 'NEW';

export type JiraPeopleProps = {
  choices: JiraChoices;
  people: PeopleMatching;
  onChange: (people: PeopleMatching) => void;
};

/** Who the people of the files are here: by a rule, and one by one where the rule does not know. */
export function JiraPeople({ choices: { persons, people: total }, people, onChange }: JiraPeopleProps) {
  const [limit, setLimit] = useState(FIRST);
  const [wanted, setWanted] = useState('');
  const [search, setSearch] = useState('');
  const { data, previousData, loading } = useQuery(PEOPLE_TO_MATCH, {
    variables: { search: useSettled(search).trim() || null },
  });
  const here = ((data ?? previousData)?.people.edges ?? [])
    .map(({ node }) => node)
    .filter(({ deactivatedAt }) => (deactivatedAt ?? null) === null);
  const options = [
    { value: SOMEBODY_NEW, label: 'Somebody new', detail: 'whatever the rule says' },
    ...here.map(({ id, name, email }) => ({ value: id, label: name, detail: email ?? undefined })),
  ];
  if (total === 0) return null;
  const words = wanted.trim().toLowerCase();
  const fitting = persons.filter(({ key, name, email }) =>
    [key, name, email ?? ''].some((text) => text.toLowerCase().includes(words)),
  );
  const shown = fitting.filter(({ key }, place) => place < limit || (words === '' && people.byHand.has(key)));
  const choose = (key: string, value: string | null) => {
    const byHand = new Map(people.byHand);
    if (value === null) byHand.delete(key);
    else byHand.set(key, value === SOMEBODY_NEW ? null : value);
    onChange({ ...people, byHand });
  };
  return (
    <fieldset className="mapping__group">
      <legend>People</legend>
      <div className="mapping__pair">
        <Select
          label={`The ${total.toLocaleString('en')} people of the files`}
          hint="Of two people with one name or address here, nobody is taken."
          options={PEOPLE_RULES.map((value) => ({ value, label: RULE_WORDS[value] }))}
          value={people.rule}
          onChange={({ target: { value } }) =>
            onChange({ ...people, rule: PEOPLE_RULES.find((one) => one === value) ?? 'NEW' })
          }
        />
        {persons.some(hasNameOnly) && (
          <Select
            label="Who has a name and no id in the files"
            options={NAMES_ONLY_RULES.map((value) => ({ value, label: NAMES_ONLY_WORDS[value] }))}
            value={people.namesOnly}
            onChange={({ target: { value } }) =>
              onChange({ ...people, namesOnly: NAMES_ONLY_RULES.find((one) => one === value) ?? 'SAME_NAME' })
            }
          />
        )}
      </div>
      <details className="mapping__more" open={people.byHand.size > 0}>
        <summary>Choose for single people</summary>
        {persons.length > FIRST && (
          <TextField
            label="Find somebody of the files"
            hint={
              total > persons.length
                ? `Among the ${persons.length.toLocaleString('en')} who do most; for the others the rule decides.`
                : undefined
            }
            value={wanted}
            onChange={(event) => {
              setWanted(event.target.value);
              setLimit(FIRST);
            }}
            onKeyDown={(event) => {
              // Within the form of the preview, Enter would ask for one.
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        )}
        {fitting.length === 0 && <p className="mapping__words">Nobody of the files fits this.</p>}
        <div className="mapping__columns">
          {shown.map(({ key, name, email, count }) => {
            const chosen = people.byHand.get(key);
            return (
              <PersonChoice
                key={key}
                label={`${name}${email === null ? '' : ` (${email})`}: ${count.toLocaleString('en')}`}
                value={chosen === null ? SOMEBODY_NEW : (chosen ?? null)}
                options={options}
                loading={loading}
                onSearch={setSearch}
                onChange={(value) => choose(key, value)}
              />
            );
          })}
        </div>
        {fitting.length > shown.length && (
          <Button size="sm" variant="ghost" onClick={() => setLimit(limit + MORE)}>
            Show more: {(fitting.length - shown.length).toLocaleString('en')} are left
          </Button>
        )}
      </details>
    </fieldset>
  );
}

type PersonChoiceProps = {
  label: string;
  value: string | null;
  options: readonly { value: string; label: string; detail?: string | undefined }[];
  loading: boolean;
  onSearch: (text: string) => void;
  onChange: (value: string | null) => void;
};

/** Whoever was chosen may not be among those who are offered just now. */
function PersonChoice({ value, options, ...field }: PersonChoiceProps) {
  const isOffered = value === null || options.some((option) => option.value === value);
  const { data } = useQuery(MATCHED_PERSON, { variables: { id: value ?? '' }, skip: isOffered });
  const person = data?.node?.__typename === 'Person' ? data.node : null;
  return (
    <Combobox
      {...field}
      placeholder="By the rule"
      value={value}
      valueLabel={person?.name}
      options={options}
      emptyText="Nobody has this name."
    />
  );
}
