import type { TestApp } from '../test-app.js';
import type { Asked, Calculated, CountedRow } from './independent-calculation.js';

export type AnsweredGroup = 'NONE' | 'AREA' | 'TEAM' | 'SOURCE' | 'MONTH';

interface Time {
  count: number;
  medianHours: number | null;
  percentile85Hours: number | null;
}
interface Share {
  count: number;
  of: number;
  share: number | null;
}
interface Numbers {
  timeToTriage: Time;
  timeToResolve: Time;
  timeToResolveByLevel: (Time & { level: number })[];
  overdue: Share;
  reopened: Share;
  resolvedWithoutEscalation: Share;
}
type Named = { id: string } | null;
interface Report {
  total: Numbers;
  groups: { month: string | null; area: Named; team: Named; source: Named; numbers: Numbers }[];
  moreGroups: number;
}
interface CountedNode {
  impediment: { id: string; key: string };
  at: string;
  hours: number | null;
  counts: boolean;
}
interface CountedPage {
  totalCount: number;
  edges: { node: CountedNode }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const TIME = 'count medianHours percentile85Hours';
const SHARE = 'count of share';
const NUMBERS = `timeToTriage { ${TIME} } timeToResolve { ${TIME} } timeToResolveByLevel { level ${TIME} }
  overdue { ${SHARE} } reopened { ${SHARE} } resolvedWithoutEscalation { ${SHARE} }`;

/** What the api answers, in the shape of the calculation. */
export class AnsweredNumbers {
  constructor(
    private readonly app: TestApp,
    private readonly cookie: string,
  ) {}

  async total(asked: Asked): Promise<Calculated[]> {
    const { total } = await this.report(asked, 'NONE');
    return linesOf('all', total);
  }

  /** The lines of all groups, and the groups in the order of the answer. */
  async groups(asked: Asked, by: AnsweredGroup): Promise<{ lines: Calculated[]; order: string[] }> {
    const { groups, moreGroups } = await this.report(asked, by);
    if (moreGroups !== 0) throw new Error(`${moreGroups} groups are not shown: compare them in another way.`);
    const told = groups.map(({ month, area, team, source, numbers }) => {
      const group = month ?? rawId((area ?? team ?? source)?.id) ?? 'none';
      return { group, lines: linesOf(group, numbers) };
    });
    return { lines: told.flatMap(({ lines }) => lines), order: told.map(({ group }) => group) };
  }

  /** All pages of the list, in the order of the answer. @param more GraphQL text of further arguments */
  async list(number: string, asked: Asked, more = ''): Promise<{ totalCount: number; rows: CountedRow[] }> {
    const rows: CountedRow[] = [];
    let after: string | null = null;
    for (;;) {
      const page: CountedPage = await this.page(number, asked, `first: 100, after: ${JSON.stringify(after)} ${more}`);
      rows.push(...page.edges.map(({ node }) => rowOf(node)));
      if (!page.pageInfo.hasNextPage) return { totalCount: page.totalCount, rows };
      after = page.pageInfo.endCursor;
    }
  }

  async count(number: string, asked: Asked, more = ''): Promise<number> {
    return (await this.page(number, asked, `first: 1 ${more}`)).totalCount;
  }

  private async report(asked: Asked, by: AnsweredGroup): Promise<Report> {
    const groups = `groups { month area { id } team { id } source { id } numbers { ${NUMBERS} } }`;
    const { impedimentNumbers } = await this.ask<{ impedimentNumbers: Report }>(
      `{ impedimentNumbers(${argumentsOf(asked)} by: ${by}) { total { ${NUMBERS} } ${groups} moreGroups } }`,
    );
    return impedimentNumbers;
  }

  private async page(number: string, asked: Asked, more: string): Promise<CountedPage> {
    const { impedimentsCounted } = await this.ask<{ impedimentsCounted: CountedPage }>(
      `{ impedimentsCounted(${argumentsOf(asked)} number: ${number} ${more}) { totalCount pageInfo { hasNextPage endCursor }
         edges { node { at hours counts impediment { id key } } } } }`,
    );
    return impedimentsCounted;
  }

  private async ask<Data>(query: string): Promise<Data> {
    const reply = await this.app.graphql<Data>(this.cookie, query);
    if (!reply.data) throw new Error(reply.text);
    return reply.data;
  }
}

function argumentsOf({ from, endsBefore, areaId, teamId, sourceId }: Asked): string {
  const scope = [
    areaId && `areaId: "Area_${areaId}"`,
    teamId && `teamId: "Team_${teamId}"`,
    sourceId && `sourceId: "Source_${sourceId}"`,
  ];
  return `from: "${from}" endsBefore: "${endsBefore}" ${scope.filter(Boolean).join(' ')}`;
}

/** A number without anything to count has no line; it must not claim a value either. */
function linesOf(group: string, numbers: Numbers): Calculated[] {
  const time = (number: string, level: number | null, { count, ...hours }: Time): Calculated => ({
    group,
    number,
    level,
    of: count,
    counted: count,
    median: hours.medianHours,
    percentile85: hours.percentile85Hours,
  });
  const share = (number: string, { count, of, share: told }: Share): Calculated => {
    if (told !== (of === 0 ? null : count / of)) throw new Error(`${number}: ${told} is not ${count} of ${of}.`);
    return { group, number, level: null, of, counted: count, median: null, percentile85: null };
  };
  const lines = [
    time('TIME_TO_TRIAGE', null, numbers.timeToTriage),
    time('TIME_TO_RESOLVE', null, numbers.timeToResolve),
    ...numbers.timeToResolveByLevel.map((facts) => time('TIME_TO_RESOLVE', facts.level, facts)),
    share('OVERDUE', numbers.overdue),
    share('REOPENED', numbers.reopened),
    share('RESOLVED_WITHOUT_ESCALATION', numbers.resolvedWithoutEscalation),
  ];
  const empty = lines.filter(({ of }) => of === 0);
  if (empty.some(({ counted, median, percentile85 }) => counted !== 0 || median !== null || percentile85 !== null))
    throw new Error(`Something of nothing: ${JSON.stringify(empty)}`);
  return lines.filter(({ of }) => of > 0);
}

function rowOf({ impediment, at, hours, counts }: CountedNode): CountedRow {
  return { id: rawId(impediment.id) ?? '', key: impediment.key, at: Date.parse(at), hours, counts };
}

function rawId(id: string | undefined): string | undefined {
  return id?.split('_')[1];
}
