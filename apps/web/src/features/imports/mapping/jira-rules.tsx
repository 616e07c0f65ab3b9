import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { ImpedimentRules } from '@chapterhouse/domain/imports/jira-mapping';
import { Checkbox } from '@chapterhouse/ui/checkbox';
import { JiraLinks } from './jira-links';

export type JiraRulesProps = {
  choices: JiraChoices;
  rules: ImpedimentRules;
  onChange: (rules: ImpedimentRules) => void;
};

/** What becomes an impediment; any rule that holds is enough. */
export function JiraRules({ choices, rules, onChange }: JiraRulesProps) {
  const links = rules.blocksAcross || rules.blockedFromOutside;
  return (
    <fieldset className="mapping__group">
      <legend>What becomes an impediment</legend>
      <Checkbox
        label="An item that blocks an item of another team"
        hint="Or one outside of the files."
        checked={rules.blocksAcross}
        onChange={(event) => onChange({ ...rules, blocksAcross: event.target.checked })}
      />
      <Checkbox
        label="An item outside of the files that blocks one in them"
        checked={rules.blockedFromOutside}
        onChange={(event) => onChange({ ...rules, blockedFromOutside: event.target.checked })}
      />
      {links && choices.linkTypes.length > 0 && (
        <JiraLinks choices={choices} links={rules.links} onChange={(next) => onChange({ ...rules, links: next })} />
      )}
      <Checkbox
        label={`Flagged items: ${choices.flagged.toLocaleString('en')}`}
        checked={rules.flagged}
        disabled={choices.flagged === 0}
        onChange={(event) => onChange({ ...rules, flagged: event.target.checked })}
      />
      <fieldset className="mapping__inner">
        <legend>Every item of these types</legend>
        <div className="mapping__columns">
          {choices.issueTypes.map(({ name, count }) => (
            <Checkbox
              key={name}
              label={`${name}: ${count.toLocaleString('en')}`}
              checked={rules.issueTypes.includes(name)}
              onChange={(event) => {
                const others = rules.issueTypes.filter((other) => other !== name);
                onChange({ ...rules, issueTypes: event.target.checked ? [...others, name] : others });
              }}
            />
          ))}
        </div>
      </fieldset>
    </fieldset>
  );
}
