import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { LinkChoice } from '@chapterhouse/domain/imports/jira-mapping';
import { Select } from '@chapterhouse/ui/select';

export type JiraLinksProps = {
  choices: JiraChoices;
  links: readonly LinkChoice[];
  onChange: (links: LinkChoice[]) => void;
};

/** Which links mean that one item is in the way of another, and which one; both wordings, so that nobody guesses. */
export function JiraLinks({ choices, links, onChange }: JiraLinksProps) {
  const types = choices.linkTypes.filter(({ direction }) => direction === 'OUTWARD');
  return (
    <fieldset className="mapping__inner">
      <legend>What the links between two items A and B mean</legend>
      <div className="mapping__columns">
        {types.map(({ name, wording, opposite, count }) => {
          const chosen = links.find((link) => link.name === name)?.direction ?? '';
          const bothAlike = wording === opposite;
          const set = (value: string) => {
            const others = links.filter((link) => link.name !== name);
            const direction = value === 'OUTWARD' || value === 'INWARD' ? value : null;
            onChange(direction === null ? others : [...others, { name, direction }]);
          };
          return (
            <Select
              key={name}
              label={`A “${wording}” B: ${count.toLocaleString('en')}`}
              hint={bothAlike ? name : `B “${opposite}” A`}
              placeholder="Nobody is in the way"
              options={[
                { value: 'OUTWARD', label: bothAlike ? 'One is in the way of the other' : 'A is in the way of B' },
                ...(bothAlike ? [] : [{ value: 'INWARD', label: 'B is in the way of A' }]),
              ]}
              value={chosen}
              onChange={(event) => set(event.target.value)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
