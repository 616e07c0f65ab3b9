import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import {
  CATEGORY_TITLES,
  IMPEDIMENT_CATEGORIES,
  IMPEDIMENT_SEVERITIES,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { Select } from '@chapterhouse/ui/select';

export type JiraSeveritiesProps = {
  choices: JiraChoices;
  mapping: JiraMapping;
  onChange: (part: Partial<JiraMapping>) => void;
};

const SEVERITIES = IMPEDIMENT_SEVERITIES.map((value) => ({ value, label: SEVERITY_TITLES[value] })).toReversed();

/** How grave an impediment of each priority is, and the category that they all get. */
export function JiraSeverities({ choices, mapping, onChange }: JiraSeveritiesProps) {
  const set = (priority: string, value: string) => {
    const severity = IMPEDIMENT_SEVERITIES.find((one) => one === value) ?? null;
    onChange({ severityOf: new Map(mapping.severityOf).set(priority, severity) });
  };
  return (
    <fieldset className="mapping__group">
      <legend>Severity and category of impediments</legend>
      <div className="mapping__columns">
        {choices.priorities.map(({ name, count }) => (
          <Select
            key={name}
            label={`${name}: ${count.toLocaleString('en')}`}
            placeholder="No severity"
            options={SEVERITIES}
            value={mapping.severityOf.get(name) ?? ''}
            onChange={(event) => set(name, event.target.value)}
          />
        ))}
        <Select
          label="Category of all"
          options={IMPEDIMENT_CATEGORIES.map((value) => ({ value, label: CATEGORY_TITLES[value] }))}
          value={mapping.categoryDefault}
          onChange={(event) => {
            const category = IMPEDIMENT_CATEGORIES.find((one) => one === event.target.value);
            if (category) onChange({ categoryDefault: category });
          }}
        />
      </div>
    </fieldset>
  );
}
