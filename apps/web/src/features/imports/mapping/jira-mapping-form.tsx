import { type JiraMapping, readJiraMapping, writeJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { TextField } from '@chapterhouse/ui/text-field';
import { jiraChoicesOf } from './jira-choices';
import { JiraRules } from './jira-rules';
import { JiraSeverities } from './jira-severities';
import { JiraTeams } from './jira-teams';

export type JiraMappingFormProps = { mapping: unknown; choices: unknown; onChange: (mapping: object) => void };

/** Where teams come from, what counts as an impediment, how grave it is. */
export function JiraMappingForm({ mapping, choices, onChange }: JiraMappingFormProps) {
  const { mapping: read } = readJiraMapping(mapping);
  const found = jiraChoicesOf(choices);
  const change = (part: Partial<JiraMapping>) => onChange(writeJiraMapping({ ...read, ...part }));
  return (
    <>
      <p className="mapping__words">
        Found: {found.issues.toLocaleString('en')} issues of {found.projects.length}{' '}
        {found.projects.length === 1 ? 'project' : 'projects'}, {found.people.toLocaleString('en')} people.
      </p>
      <div className="mapping__pair">
        <TextField
          label="Product"
          required
          value={read.productName}
          onChange={(event) => change({ productName: event.target.value })}
        />
        <TextField
          label="Area"
          required
          hint="New teams come into it; move them later."
          value={read.areaName}
          onChange={(event) => change({ areaName: event.target.value })}
        />
      </div>
      <JiraTeams choices={found} value={read.teamsFrom} onChange={(teamsFrom) => change({ teamsFrom })} />
      <JiraRules choices={found} rules={read.rules} onChange={(rules) => change({ rules })} />
      <JiraSeverities choices={found} mapping={read} onChange={change} />
    </>
  );
}
