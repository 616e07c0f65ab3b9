import { DEPENDENCY_CONFLICT_TITLES } from '@chapterhouse/domain/priorities/dependency-conflicts';
import type { ScenarioComparisonQuery } from '../../../generated/graphql';
import { meanWords } from './scenario-words';

export type Comparison = ScenarioComparisonQuery['scenarioComparison'];

/** What a decision says, as its fields show it; lists have one entry a line. */
export type DecisionWords = {
  title: string;
  context: string;
  outcome: string;
  rationale: string;
  gains: string;
  givesUp: string;
};

/** Moves that are named one by one; the order itself knows all. */
const NAMED = 12;
/** Places by which a goal or an area has to come earlier or later on average to be worth a line. */
const FELT = 0.5;

/** What the comparison says by itself, for whoever publishes to go on from. */
export function begunWords(comparison: Comparison): DecisionWords {
  const { scenario, rises, falls } = comparison;
  const moves = [...rises, ...falls]
    .filter(({ chosen }) => chosen)
    .toSorted((one, other) => one.to - other.to)
    .map(({ item, from, to }) => `- ${item.key} ${item.title}: from ${from} to ${to}`);
  const more = moves.length - NAMED;
  const shown = more > 1 ? [...moves.slice(0, NAMED), `- and ${more} more`] : moves;
  const [gains, givesUp] = tradeOffs(comparison);
  return {
    title: scenario.name,
    context: scenario.note,
    outcome: shown.length === 0 ? '' : [`The order of ${scenario.product.name} changes:`, '', ...shown].join('\n'),
    rationale: '',
    gains: gains.join('\n'),
    givesUp: givesUp.join('\n'),
  };
}

/** What comes earlier, and what later or into conflict. */
function tradeOffs({ goals, areas, dependencies }: Comparison): [gains: string[], givesUp: string[]] {
  const gains: string[] = [];
  const givesUp: string[] = [];
  const groups = [
    ...goals.flatMap(({ goal, before, after }) => (goal ? { name: `The goal “${goal.title}”`, before, after } : [])),
    ...areas.flatMap(({ area, before, after }) =>
      area ? { name: `What ${area.name} has in the order`, before, after } : [],
    ),
  ];
  for (const { name, before, after } of groups) {
    const words = `its items stand at ${meanWords(after)} on average, before at ${meanWords(before)}.`;
    if (after <= before - FELT) gains.push(`${name} comes earlier: ${words}`);
    if (after >= before + FELT) givesUp.push(`${name} comes later: ${words}`);
  }
  for (const { dependency, before, after } of dependencies) {
    const solved = before.filter((conflict) => !after.includes(conflict));
    const caused = after.filter((conflict) => !before.includes(conflict));
    if (solved.length > 0) gains.push(`${dependency.key} is no longer in conflict: ${titles(solved)}.`);
    if (caused.length > 0) givesUp.push(`${dependency.key} comes into conflict: ${titles(caused)}.`);
  }
  return [gains, givesUp];
}

const titles = (conflicts: Comparison['dependencies'][number]['before']): string =>
  conflicts.map((conflict) => DEPENDENCY_CONFLICT_TITLES[conflict].toLowerCase()).join(', ');
