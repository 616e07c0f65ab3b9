import type { JiraChoices, JiraColumn } from '@chapterhouse/domain/imports/jira-choices';
import { CSV_FIELDS, type CsvField } from '@chapterhouse/domain/imports/jira-csv-columns';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { Select } from '@chapterhouse/ui/select';
import { Table } from '@chapterhouse/ui/table';

const FIELD_WORDS: Record<CsvField, string> = {
  SUMMARY: 'Title',
  KEY: 'Key',
  ID: 'Number in Jira',
  TYPE: 'Type',
  STATUS: 'Status',
  STATUS_CATEGORY: 'Category of the status',
  PROJECT_KEY: 'Project key',
  PROJECT_NAME: 'Project name',
  PROJECT_URL: 'Project address',
  PRIORITY: 'Priority',
  RESOLUTION: 'Resolution',
  ASSIGNEE: 'Assignee',
  ASSIGNEE_ID: 'Id of the assignee',
  REPORTER: 'Reporter',
  REPORTER_ID: 'Id of the reporter',
  CREATOR: 'Creator',
  CREATOR_ID: 'Id of the creator',
  CREATED: 'Created',
  UPDATED: 'Changed last',
  RESOLVED: 'Resolved',
  DESCRIPTION: 'Description',
  COMPONENT: 'Component',
  SPRINT: 'Sprint',
  PARENT: 'Parent, by number',
  PARENT_KEY: 'Parent, by key',
  EPIC_LINK: 'Epic',
  POINTS: 'Points',
  FLAGGED: 'Flag',
  TEAM: 'Team',
  RANK: 'Rank on the board',
  COMMENT: 'Comment',
  LINK_IN: 'Link, inward',
  LINK_OUT: 'Link, outward',
};

/** What a field of JSON without a name may be. */
const CUSTOM_FIELDS: readonly CsvField[] = ['POINTS', 'SPRINT', 'EPIC_LINK', 'FLAGGED', 'TEAM', 'RANK'];

export type JiraColumnsProps = {
  choices: JiraChoices;
  columns: JiraMapping['columns'];
  onChange: (columns: JiraMapping['columns']) => void;
};

/** What each column is, as its name says or as somebody chose; those that are not read are at hand. */
export function JiraColumns({ choices, columns, onChange }: JiraColumnsProps) {
  const isCsv = choices.language !== null;
  const offered = isCsv ? CSV_FIELDS : CUSTOM_FIELDS;
  const read = choices.columns.filter(({ field }) => field !== null);
  const unread = choices.columns.filter(({ field, filled }) => field === null && filled > 0);
  if (choices.columns.length === 0) return null;
  const isKeyKnown = read.some(({ field }) => field === 'KEY');
  const set = ({ header, field }: JiraColumn, value: string) => {
    const chosen = offered.find((one) => one === value) ?? null;
    const next = new Map(columns);
    if (chosen === field && !columns.has(header)) next.delete(header);
    else next.set(header, chosen);
    onChange(next);
  };
  const rows = (shown: readonly JiraColumn[]) => (
    <ColumnRows shown={shown} offered={offered} chosen={columns} onChoose={set} />
  );
  return (
    <fieldset className="mapping__group">
      <legend>{isCsv ? 'Columns' : 'Fields of your site'}</legend>
      <p className="mapping__words">
        {isCsv
          ? knownWords(choices, read.length)
          : 'Jira gives these numbers and no names: say which one has the points.'}
      </p>
      {read.length > 0 && (
        <details className="mapping__more">
          <summary>Read: {read.map(({ header }) => header).join(', ')}</summary>
          {rows(read)}
        </details>
      )}
      {unread.length > 0 && (
        <details className="mapping__more" open={!isCsv || !isKeyKnown}>
          <summary>
            Hold something and are not read: {unread.length} {unread.length === 1 ? 'name' : 'names'}
          </summary>
          {rows(unread)}
        </details>
      )}
    </fieldset>
  );
}

type ColumnRowsProps = {
  shown: readonly JiraColumn[];
  offered: readonly CsvField[];
  chosen: JiraMapping['columns'];
  onChoose: (column: JiraColumn, value: string) => void;
};

function ColumnRows({ shown, offered, chosen, onChoose }: ColumnRowsProps) {
  return (
    <Table caption="Columns and what they are">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Is</th>
          <th scope="col" className="ch-number">
            Cells
          </th>
          <th scope="col">For example</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((column) => {
          const { header, field, linkType, columns, filled, sample } = column;
          const value = chosen.has(header) ? (chosen.get(header) ?? '') : (field ?? '');
          return (
            <tr key={header}>
              <th scope="row">
                {header}
                {columns > 1 && ` (${columns} columns)`}
              </th>
              <td>
                {linkType !== '' && !chosen.has(header) ? (
                  linkWords(field, linkType)
                ) : (
                  <Select
                    label={`What ${header} is`}
                    labelHidden
                    placeholder="Not read"
                    options={offered.map((one) => ({ value: one, label: FIELD_WORDS[one] }))}
                    value={value}
                    onChange={(event) => onChoose(column, event.target.value)}
                  />
                )}
              </td>
              <td className="ch-number">{filled.toLocaleString('en')}</td>
              <td className="mapping__sample">{sample}</td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function knownWords({ columns, language }: JiraChoices, known: number): string {
  if (known === 0) return `None of its ${columns.length} names is known: choose what each is, the key first.`;
  return `${language} headers: ${known} of ${columns.length} names are known.`;
}

/** The direction is the point of a link. */
function linkWords(field: CsvField | null, type: string): string {
  return field === 'LINK_IN'
    ? `${type}: from the key in the cell to this issue`
    : `${type}: from this issue to the key in the cell`;
}
