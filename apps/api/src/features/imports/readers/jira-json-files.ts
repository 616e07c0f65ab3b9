import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraFileFacts } from '@chapterhouse/domain/imports/jira-choices';
import type { JiraIssue, JiraPerson } from '@chapterhouse/domain/imports/jira-issue';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import { chunksOf, type ImportFile } from '../import-file.js';
import { shortDescription } from './issue-words.js';
import { readJiraDetails } from './jira-details-reader.js';
import type { JiraFiles, RawIssue } from './jira-files.js';
import { JiraIssueReader } from './jira-issue-reader.js';
import { markdownOf } from './jira-markup.js';
import { plainText } from './jira-text.js';
import { jsonElements, JsonShapeError } from './json-elements.js';
import { at } from './plain-value.js';

/** Pages of Jira's REST search. */
export class JiraJsonFiles implements JiraFiles {
  private readonly reader: JiraIssueReader;

  constructor(
    private readonly files: ImportFile[],
    mapping: JiraMapping,
    private readonly tally: ImportTally,
  ) {
    this.reader = new JiraIssueReader(mapping, tally);
  }

  get people(): Map<string, JiraPerson> {
    return this.reader.people;
  }

  async *issues(tally: ImportTally | undefined): AsyncGenerator<RawIssue> {
    for (const [number, file] of this.files.entries()) {
      let count = 0;
      try {
        for await (const { text, line } of jsonElements(chunksOf(file), 'issues')) {
          const where = `${file.name}:${line}`;
          yield {
            where,
            place: `${number}:${count}`,
            facts: () => this.facts(text, where),
            description: () => shortDescription(markdownOf(plainText(at(parsed(text), 'fields', 'description')))),
            details: () => readJiraDetails(parsed(text)),
          };
          count += 1;
        }
      } catch (error) {
        if (!(error instanceof JsonShapeError)) throw error;
        // Half a file must not look like a whole one.
        tally?.refuse(file.name, `This is no Jira search result: ${error.message}`);
      }
    }
  }

  finish(_issues: JiraIssue[], tally: ImportTally): JiraFileFacts {
    if (!tally.isRefused)
      for (const [field, count] of this.reader.notRead)
        tally.problem('all files', `Not read yet: ${field} of ${count} ${count === 1 ? 'issue' : 'issues'}.`);
    return { columns: this.reader.custom.told(), keyColumns: [], language: null, dates: null };
  }

  private facts(text: string, where: string): JiraIssue | undefined {
    const value = parsed(text);
    if (value === undefined) this.tally.problem(where, 'This issue is no JSON: it is not taken.');
    return value === undefined ? undefined : this.reader.read(value, where);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
