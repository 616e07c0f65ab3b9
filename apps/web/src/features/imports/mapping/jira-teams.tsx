import type { JiraChoices } from '@chapterhouse/domain/imports/jira-choices';
import type { TeamsFrom } from '@chapterhouse/domain/imports/jira-mapping';

export type JiraTeamsProps = { choices: JiraChoices; value: TeamsFrom; onChange: (value: TeamsFrom) => void };

/** Names beyond these are counted. */
const SHOWN = 6;

/** One team per project, or those that sprint names end in, that components are, or that Jira’s own field names. */
export function JiraTeams({
  choices: { projects, sprintSuffixes, components, jiraTeams },
  value,
  onChange,
}: JiraTeamsProps) {
  return (
    <fieldset className="mapping__group">
      <legend>Teams</legend>
      <Choice checked={value === 'PROJECT'} onChoose={() => onChange('PROJECT')} title="One team per project">
        {some(projects.map(({ name }) => name))}
      </Choice>
      <Choice
        checked={value === 'SPRINT_SUFFIX'}
        onChoose={() => onChange('SPRINT_SUFFIX')}
        title="By the end of sprint names"
        disabled={sprintSuffixes.length === 0}
      >
        {sprintSuffixes.length === 0
          ? 'No sprint name in these files ends in a team.'
          : `“Sprint 14 ${sprintSuffixes[0]?.name ?? ''}” is a sprint of ${sprintSuffixes[0]?.name ?? ''}. Found: ${some(sprintSuffixes.map(({ name }) => name))}.`}
      </Choice>
      {components.length > 0 && (
        <Choice checked={value === 'COMPONENT'} onChoose={() => onChange('COMPONENT')} title="By the first component">
          {some(components.map(({ name }) => name))}
        </Choice>
      )}
      {jiraTeams.length > 0 && (
        <Choice checked={value === 'TEAM_FIELD'} onChoose={() => onChange('TEAM_FIELD')} title="By the field Team">
          {some(jiraTeams.map(({ name }) => name))}
        </Choice>
      )}
    </fieldset>
  );
}

type ChoiceProps = { checked: boolean; onChoose: () => void; title: string; disabled?: boolean; children: string };

function Choice({ checked, onChoose, title, disabled = false, children }: ChoiceProps) {
  return (
    <label className="ch-checkbox">
      <input type="radio" name="teams-from" checked={checked} disabled={disabled} onChange={onChoose} />
      <span>
        {title}
        <span className="ch-checkbox__hint">{children}</span>
      </span>
    </label>
  );
}

function some(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return [...names.slice(0, SHOWN), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
