/** The parts of the cost of delay; null where nobody scored it. */
export interface ScoreParts {
  value: number | null;
  timeCriticality: number | null;
  riskReduction: number | null;
}

/** Sum of the three; null unless all are there: half a sum would pass for a small one. */
export function costOfDelay({ value, timeCriticality, riskReduction }: ScoreParts): number | null {
  return value === null || timeCriticality === null || riskReduction === null
    ? null
    : value + timeCriticality + riskReduction;
}

/** Weighted shortest job first: what waiting costs, for each point of work. Null without either. */
export function wsjf(parts: ScoreParts, points: number | null): number | null {
  const cost = costOfDelay(parts);
  return cost === null || points === null || points <= 0 ? null : cost / points;
}
