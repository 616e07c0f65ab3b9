import { type JiraMapping, readJiraMapping, writeJiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { TextField } from '@chapterhouse/ui/text-field';
import { countWords } from '../import-words';
import { jiraChoicesOf } from './jira-choices';
import { JiraColumns } from './jira-columns';
import { JiraDates } from './jira-dates';
import { JiraPeople } from './jira-people';
import { JiraRules } from './jira-rules';
import { JiraSeverities } from './jira-severities';
import { JiraStates } from './jira-states';
import { JiraTeams } from './jira-teams';
import { JiraTypes } from './jira-types';

export type JiraMappingFormProps = { mapping: unknown; choices: unknown; onChange: (mapping: object) => void };

/** What the files say and how they are read; what becomes items, people, teams; what counts as an impediment. */
export function JiraMappingForm({ mapping, choices, onChange }: JiraMappingFormProps) {
  const { mapping: read } = readJiraMapping(mapping);
  const found = jiraChoicesOf(choices);
  const change = (part: Partial<JiraMapping>) => onChange(writeJiraMapping({ ...read, ...part }));
  const columns = <JiraColumns choices={found} columns={read.columns} onChange={(next) => change({ columns: next })} />;
  // All else follows once it is known which issues there are.
  if (found.issues === 0 && found.keyColumns.length > 0) return columns;
  return (
    <>
      <p className="mapping__words">
        Found: {countWords(found.issues, 'issue')} of {countWords(found.projects.length, 'project')},{' '}
        {countWords(found.people, 'person')}.
      </p>
      {found.dates !== null && found.dates.total > 0 && (
        <JiraDates found={found.dates} dates={read.dates} onChange={(dates) => change({ dates })} />
      )}
      {columns}
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
      <JiraPeople choices={found} people={read.people} onChange={(people) => change({ people })} />
      <JiraTypes types={found.issueTypes} mapping={read} onChange={change} />
      <JiraStates choices={found} mapping={read} onChange={change} />
      <JiraRules choices={found} rules={read.rules} onChange={(rules) => change({ rules })} />
      <JiraSeverities choices={found} mapping={read} onChange={change} />
    </>
  );
}
