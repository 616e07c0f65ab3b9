import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { LinkChoice } from '@chapterhouse/domain/imports/jira-mapping';
import { Checkbox } from '@chapterhouse/ui/checkbox';

export type JiraLinksProps = {
  choices: JiraChoices;
  links: readonly LinkChoice[];
  onChange: (links: LinkChoice[]) => void;
};

/** Which links mean that the first item is in the way of the second; both wordings, so that nobody guesses. */
export function JiraLinks({ choices, links, onChange }: JiraLinksProps) {
  return (
    <fieldset className="mapping__inner">
      <legend>“Blocks” means: the first item is in the way of the second</legend>
      <div className="mapping__columns">
        {choices.linkTypes.map(({ name, direction, wording, opposite, count }) => {
          const isThis = (link: LinkChoice) => link.name === name && link.direction === direction;
          return (
            <Checkbox
              key={`${name} ${direction}`}
              label={`First “${wording}” second: ${count.toLocaleString('en')}`}
              hint={opposite === wording ? name : `${name}; the second “${opposite}” the first`}
              checked={links.some(isThis)}
              onChange={(event) => {
                const others = links.filter((link) => !isThis(link));
                onChange(event.target.checked ? [...others, { name, direction }] : others);
              }}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
