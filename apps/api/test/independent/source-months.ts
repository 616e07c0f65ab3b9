import { expect } from '@jest/globals';
import type { GraphqlReply, TestApp } from '../test-app.js';
import type { IndependentCalculation } from './independent-calculation.js';

interface Answer {
  sources: {
    id: string;
    name: string;
    openCount: number;
    pastCount: number;
    blockedTeamDays: number;
    resolvedCount: number;
    medianHoursToResolve: number | null;
    blockedTeamDaysByMonth: { month: string; blockedTeamDays: number }[];
  }[];
}

/** Compares what each source's page says of its months with a count day by day. Answers how many team-days there were. */
export async function expectSourceMonths(
  app: TestApp,
  cookie: string,
  calculated: IndependentCalculation,
): Promise<number> {
  const reply = await app.graphql<Answer>(
    cookie,
    `{ sources(first: 500) { id name openCount pastCount blockedTeamDays resolvedCount medianHoursToResolve
       blockedTeamDaysByMonth { month blockedTeamDays } } }`,
  );
  if (!reply.data) throw new Error(reply.text);
  const months = await calculated.lastTwelveMonths();
  let counted = 0;
  for (const { id, name, blockedTeamDaysByMonth, ...answered } of reply.data.sources) {
    const byMonth = await calculated.teamDays(id.replace('Source_', ''));
    const expected = months.map((month) => ({ month, blockedTeamDays: byMonth.get(month) ?? 0 }));
    const { medianHoursToResolve, ...facts } = await calculated.source(id.replace('Source_', ''));
    expect({ name, blockedTeamDaysByMonth }).toEqual({ name, blockedTeamDaysByMonth: expected });
    expect({ name, ...answered, medianHoursToResolve: null }).toEqual({ name, ...facts, medianHoursToResolve: null });
    if (medianHoursToResolve === null) expect(answered.medianHoursToResolve).toBeNull();
    else expect(answered.medianHoursToResolve).toBeCloseTo(medianHoursToResolve, 4);
    counted += expected.reduce((sum, { blockedTeamDays }) => sum + blockedTeamDays, 0);
  }
  return counted;
}

/**
 * Compares what each impediment says that it cost. Left out is what lost an affected team and tells its cost by its row
 * alone, which knows only the teams that are still affected.
 */
export async function expectCosts(app: TestApp, cookie: string, calculated: IndependentCalculation): Promise<number> {
  const expected = await calculated.costs();
  const costs = new Map<string, number>();
  for (let after: string | null = null, more = true; more;) {
    const reply: GraphqlReply<{ impediments: CostPage }> = await app.graphql<{ impediments: CostPage }>(
      cookie,
      `query ($after: String) { impediments(first: 100, after: $after, filter: { states: [${STATES}] }) {
         edges { node { key blockedTeamDays } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    if (!reply.data) throw new Error(reply.text);
    const { edges, pageInfo }: CostPage = reply.data.impediments;
    for (const { node } of edges) if (expected.has(node.key)) costs.set(node.key, node.blockedTeamDays);
    more = pageInfo.hasNextPage;
    after = pageInfo.endCursor;
  }
  expect(Object.fromEntries([...costs].sort())).toEqual(Object.fromEntries([...expected].sort()));
  return costs.size;
}

const STATES = 'RAISED TRIAGED IN_PROGRESS RESOLVED CLOSED DECLINED';

interface CostPage {
  edges: { node: { key: string; blockedTeamDays: number } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
