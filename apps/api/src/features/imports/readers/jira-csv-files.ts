import { namedSprintStates } from '@chapterhouse/domain/imports/csv-sprints';
import type { ImportTally } from '@chapterhouse/domain/imports/import-outcome';
import type { JiraColumn, JiraFileFacts } from '@chapterhouse/domain/imports/jira-choices';
import { DateReader } from '@chapterhouse/domain/imports/jira-dates';
import type { JiraIssue, JiraPerson } from '@chapterhouse/domain/imports/jira-issue';
import type { JiraMapping } from '@chapterhouse/domain/imports/jira-mapping';
import type { ImportFile } from '../import-file.js';
import { layoutRows } from './csv-layout.js';
import { JiraCsvIssueReader } from './jira-csv-issue.js';
import { scanCsv, type ScannedCsv } from './jira-csv-scan.js';
import type { JiraFiles, RawIssue } from './jira-files.js';
import { inUtf8 } from './text-encoding.js';

/** Jira's CSV exports. */
export class JiraCsvFiles implements JiraFiles {
  private readonly reader: JiraCsvIssueReader;

  private constructor(
    private readonly files: ImportFile[],
    private readonly mapping: JiraMapping,
    private readonly scanned: ScannedCsv,
    tally: ImportTally,
    timeZone: string,
  ) {
    this.reader = new JiraCsvIssueReader(new DateReader(scanned.format, timeZone), scanned.keyOfId, tally);
  }

  /** @param usualZone of the organization, where the mapping names none */
  static async open(
    given: ImportFile[],
    mapping: JiraMapping,
    usualZone: string,
    tally: ImportTally,
  ): Promise<JiraCsvFiles> {
    const timeZone = mapping.dates.timeZone ?? usualZone;
    const files: ImportFile[] = [];
    for (const one of given) {
      const file = await inUtf8(one, tally);
      if (file !== undefined) files.push(file);
    }
    return new JiraCsvFiles(files, mapping, await scanCsv(files, mapping, timeZone, tally), tally, timeZone);
  }

  get people(): Map<string, JiraPerson> {
    return this.reader.people;
  }

  async *issues(): AsyncGenerator<RawIssue> {
    for (const [number, file] of this.files.entries()) {
      let count = 0;
      for await (const { cells, line, layout } of layoutRows(file, this.mapping.columns, undefined)) {
        const where = `${file.name}:${line}`;
        yield {
          where,
          place: `${number}:${count}`,
          facts: () => this.reader.read(layout, cells, where),
          description: () => this.reader.description(layout, cells),
          details: () => this.reader.details(layout, cells),
        };
        count += 1;
      }
    }
  }

  finish(issues: JiraIssue[], tally: ImportTally): JiraFileFacts {
    const { facts } = this.scanned;
    const states = namedSprintStates(issues);
    for (const { sprints } of issues)
      for (const sprint of sprints) sprint.state = states.get(sprint.name) ?? sprint.state;
    if (tally.isRefused) return facts;
    if (states.size > 0)
      tally.problem(
        'all files',
        `They tell ${states.size} ${states.size === 1 ? 'sprint' : 'sprints'} by name only: when they ran is not known. Dates that are here stay.`,
      );
    if (facts.dates !== null && facts.dates.alsoFits.some((format) => format === 'DMY' || format === 'MDY'))
      tally.problem(
        'all files',
        `Dates could be read in two ways; ${facts.dates.format} was taken: look at the samples of the mapping.`,
      );
    tellUnread(facts.columns, tally);
    return facts;
  }
}

/** Nothing is dropped in silence: every column that holds something and is not read stands in the report. */
function tellUnread(columns: readonly JiraColumn[], tally: ImportTally): void {
  for (const { header, field, filled } of columns)
    if (field === null && filled > 0)
      tally.problem('all files', `Not read: the column ${header} (${filled} ${filled === 1 ? 'cell' : 'cells'}).`);
}
