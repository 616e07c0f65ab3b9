import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import { type JiraMapping, STATUS_STATES, type StatusState } from '@chapterhouse/domain/imports/jira-mapping';
import { ITEM_STATE_TITLES } from '@chapterhouse/domain/priorities/item-state';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { Select } from '@chapterhouse/ui/select';

const USUAL: Record<JiraChoices['statuses'][number]['category'], StatusState> = {
  new: 'DRAFT',
  indeterminate: 'IN_PROGRESS',
  done: 'DONE',
};
const STATES = STATUS_STATES.map((value) => ({ value, label: ITEM_STATE_TITLES[value] }));

export type JiraStatesProps = {
  choices: JiraChoices;
  mapping: JiraMapping;
  onChange: (part: Partial<JiraMapping>) => void;
};

/** What each status means here, and which resolutions mean that something was dropped. */
export function JiraStates({ choices: { statuses, resolutions }, mapping, onChange }: JiraStatesProps) {
  const { stateOf, droppedResolutions } = mapping;
  if (statuses.length === 0) return null;
  return (
    <fieldset className="mapping__group">
      <legend>States</legend>
      <div className="mapping__columns">
        {statuses.map(({ name, count, category }) => (
          <Select
            key={name}
            label={`${name}: ${count.toLocaleString('en')}`}
            options={STATES}
            value={stateOf.get(name) ?? USUAL[category]}
            onChange={({ target: { value } }) => {
              const state = STATUS_STATES.find((one) => one === value) ?? USUAL[category];
              onChange({ stateOf: new Map(stateOf).set(name, state) });
            }}
          />
        ))}
      </div>
      {resolutions.length > 0 && (
        <fieldset className="mapping__inner">
          <legend>What is done with one of these was dropped</legend>
          <div className="mapping__columns">
            {resolutions.map(({ name, count }) => (
              <Checkbox
                key={name}
                label={`${name}: ${count.toLocaleString('en')}`}
                checked={droppedResolutions.includes(name)}
                onChange={({ target: { checked } }) => {
                  const others = droppedResolutions.filter((other) => other !== name);
                  onChange({ droppedResolutions: checked ? [...others, name] : others });
                }}
              />
            ))}
          </div>
        </fieldset>
      )}
    </fieldset>
  );
}
