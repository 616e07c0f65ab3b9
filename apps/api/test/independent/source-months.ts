import { expect } from '@jest/globals';
import type { TestApp } from '../test-app.js';
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
