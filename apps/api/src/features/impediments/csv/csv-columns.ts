import { type CsvValue, csvLine } from '@chapterhouse/domain/csv';
import { type Blockage, teamDaysAddedPerDay } from '@chapterhouse/domain/impediments/impediment-cost';
import { CATEGORY_TITLES, SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { LocalMoments } from '@chapterhouse/domain/organization/local-moments';
import { WorkingTime } from '@chapterhouse/domain/organization/working-time';
import { teamDaysOf } from '../impediment-cost.js';
import type { Ladder } from '../impediment-levels.js';
import { keyOf } from '../impediment-row.js';
import { MOST_YEARS_OF_WORK } from '../numbers/working-time-sql.js';
import type { CsvRow } from './csv.read.js';

const HOUR = 3_600_000;
/** What takes longer is measured no further back, as the numbers do. */
const LONGEST = MOST_YEARS_OF_WORK * 365 * 24 * HOUR;

/** Between several values of one cell. */
const AND = '; ';

/** In the words of the glossary. Times are where the organization is, with their zone; hours are working hours. */
const TITLES = [
  'Key',
  'Title',
  'State',
  'Category',
  'Severity',
  'Level',
  'Owner',
  'Raising team',
  'Area',
  'Affected teams',
  'Source',
  'Labels',
  'Blocked items',
  'Blocked team-days',
  'Blocked team-days each further working day',
  'Due',
  'Clock ends',
  'Next step',
  'Raised by',
  'Raised',
  'Triaged',
  'Working hours to triage',
  'Started',
  'Resolved',
  'Working hours to resolve',
  'Closed',
  'Reopened',
  'Resolution',
  'Why declined',
  'Duplicate of',
  'Votes',
  'Comments',
  'Last change',
  'Description',
] as const;

/** The head of the file. It begins with a byte order mark, so that spreadsheets read its letters as they are. */
export const CSV_HEAD = `\uFEFF${csvLine(TITLES)}`;

/** Writes rows as lines of the file. */
export class CsvLines {
  private readonly moments: LocalMoments;
  private readonly time: WorkingTime;

  constructor(
    private readonly ladder: Ladder,
    private readonly now: Date,
  ) {
    this.moments = new LocalMoments(ladder.calendar.timeZone);
    this.time = WorkingTime.of(ladder.calendar);
  }

  /** @param blockage by the log, where the row does not tell it */
  line(row: CsvRow, blockage: Blockage | undefined): string {
    const cells: Record<(typeof TITLES)[number], CsvValue> = {
      Key: keyOf(row.number),
      Title: row.title,
      State: IMPEDIMENT_STATE_TITLES[row.state],
      Category: CATEGORY_TITLES[row.category],
      Severity: row.severity && SEVERITY_TITLES[row.severity],
      Level: this.ladder.nameOf(row.level),
      Owner: row.owner,
      'Raising team': row.team,
      Area: row.area,
      'Affected teams': row.teams.join(AND),
      Source: row.source?.name ?? null,
      Labels: row.labels.map(({ name }) => name).join(AND),
      'Blocked items': row.items.map(({ externalKey }) => externalKey).join(AND),
      'Blocked team-days': teamDaysOf(row, blockage, this.ladder.calendar, this.now.getTime()),
      'Blocked team-days each further working day': teamDaysAddedPerDay(row.state, row.teams.length),
      Due: row.due_on,
      'Clock ends': this.moment(row.clock_ends_at),
      'Next step': row.next_step,
      'Raised by': row.raised_by_name,
      Raised: this.moment(row.raised_at),
      Triaged: this.moment(row.triaged_at),
      'Working hours to triage': this.hours(row, row.triaged_at),
      Started: this.moment(row.started_at),
      Resolved: this.moment(row.resolved_at),
      'Working hours to resolve': this.hours(row, row.resolved_at),
      Closed: this.moment(row.closed_at),
      Reopened: row.reopened_count,
      Resolution: row.resolution,
      'Why declined': row.decline_reason,
      'Duplicate of': row.duplicate_of === null ? null : keyOf(row.duplicate_of),
      Votes: row.vote_count,
      Comments: row.comment_count,
      'Last change': this.moment(row.updated_at),
      Description: row.description,
    };
    return csvLine(TITLES.map((title) => cells[title]));
  }

  private moment(at: string | null): string | null {
    return at === null ? null : this.moments.write(at);
  }

  private hours({ raised_at: from }: CsvRow, to: string | null): number | null {
    if (to === null) return null;
    const end = Date.parse(to);
    return Math.round((this.time.between(Math.max(Date.parse(from), end - LONGEST), end) / HOUR) * 100) / 100;
  }
}
