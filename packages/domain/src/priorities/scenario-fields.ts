import { atMost, filled, filledLine, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';

/** More moves than that are another order, not a trial of it. */
export const MOST_SCENARIO_MOVES = 500;

/** What was given; what is absent is not checked. */
export interface ScenarioInput {
  name?: string | null | undefined;
  note?: string | null | undefined;
  /** Of the decision to have this order from now on; how long it may be is for decisions to say. */
  rationale?: string | null | undefined;
  /** Of a comment. */
  text?: string | null | undefined;
}

/** Every field that is wrong; empty when all is well. */
export function scenarioProblems(input: ScenarioInput): FieldProblem[] {
  return [
    ...problemsOf('name', input.name, filledLine('Give it a name', 200)),
    ...problemsOf('note', input.note, atMost(5_000)),
    ...problemsOf('rationale', input.rationale, (value) =>
      value.trim() === '' ? 'Say why, so that everybody can read it.' : null,
    ),
    ...problemsOf('text', input.text, filled('Write what you think of it', 5_000)),
  ];
}
