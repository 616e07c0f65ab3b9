import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraDetails, JiraFile, JiraIssue } from '@chapterhouse/domain/imports/jira-issue';
import { chunksOf, type ImportFile } from '../import-file.js';
import { JiraIssueReader } from './jira-issue-reader.js';
import { readJiraDetails } from './jira-details-reader.js';
import { jsonElements, JsonShapeError } from './json-elements.js';
import { at, textOf } from './plain-value.js';

/** The short facts of every issue in the files, one issue in memory at a time. A later file corrects an earlier one. */
export async function readJira(files: ImportFile[], tally: ImportTally): Promise<JiraFile> {
  const reader = new JiraIssueReader(tally);
  const issues = new Map<string, JiraIssue>();
  await eachIssue(files, tally, (value, where) => {
    const issue = reader.read(value, where);
    if (issue === undefined) return;
    const known = issues.get(issue.key);
    if (known !== undefined) tally.problem(where, `${issue.key} stands twice; the one that was changed last is taken.`);
    if (known === undefined || known.updated <= issue.updated) issues.set(issue.key, issue);
  });
  if (!tally.isRefused)
    for (const [field, count] of reader.notRead)
      tally.problem('all files', `Not read yet: ${field} of ${count} ${count === 1 ? 'issue' : 'issues'}.`);
  return { issues: [...issues.values()], people: reader.people };
}

/** Descriptions and comments of the issues with these keys. Problems were noted when the files were read first. */
export async function readJiraDetailsOf(files: ImportFile[], keys: Set<string>): Promise<Map<string, JiraDetails>> {
  const details = new Map<string, JiraDetails>();
  if (keys.size === 0) return details;
  await eachIssue(files, undefined, (value) => {
    const key = textOf(at(value, 'key'));
    if (key !== undefined && keys.has(key)) details.set(key, readJiraDetails(value));
  });
  return details;
}

async function eachIssue(
  files: ImportFile[],
  tally: ImportTally | undefined,
  take: (value: unknown, where: string) => void,
): Promise<void> {
  for (const file of files) {
    try {
      for await (const element of jsonElements(chunksOf(file), 'issues')) {
        const where = `${file.name}:${element.line}`;
        const value = parsed(element.text);
        if (value === undefined) tally?.problem(where, 'This issue is no JSON: it is not taken.');
        else take(value, where);
      }
    } catch (error) {
      if (!(error instanceof JsonShapeError)) throw error;
      // Half a file must not look like a whole one.
      tally?.refuse(file.name, `This is no Jira search result: ${error.message}`);
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
