interface Cost {
  blockedTeamDays: number;
  impedimentCount: number;
}
interface Mark extends Cost {
  recurring: boolean;
  area: { name: string };
}
/** What tests look at in the map of bottlenecks. */
export interface FoundMap {
  quarters: string[];
  total: Cost;
  withoutSource: Cost;
  moreSources: number;
  sources: (Cost & { source: { name: string }; recurring: boolean; bottlenecks: Mark[] })[];
  areas: Mark[];
  recurrences: { source: { name: string }; category: string; times: number; blockedTeamDays: number }[];
}
/** And in what it counts. */
export interface Counted {
  blockedTeamDays: number;
  impediments: {
    totalCount: number;
    edges: { cursor: string; node: { blockedTeamDays: number; recurring: boolean; impediment: { title: string } } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

const COST = 'blockedTeamDays impedimentCount';
const MARK = `${COST} recurring area { name }`;
export const MAP = `quarters moreSources total { ${COST} } withoutSource { ${COST} } areas { ${MARK} }
  sources { ${COST} recurring source { name } bottlenecks { ${MARK} } }
  recurrences { source { name } category times blockedTeamDays }`;
export const COUNTED = `blockedTeamDays impediments { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { blockedTeamDays recurring impediment { title } } } }`;
