import { atMost, problemsOf } from '../field-checks.js';
import type { FieldProblem } from '../refusal.js';
import { artifactProblems, checklistProblems } from './artifact-fields.js';
import { checklistText, readChecklistText } from './checklist-text.js';
import { TREE_TEXT_LIMIT } from './decision-tree.js';
import { mergePage } from './page-merge.js';
import { readDecisionTree } from './read-decision-tree.js';

/** What a proposal would change: a page, or what stands beside the pages. */
export type ProposedPlace = 'page' | 'steps' | 'tree';

/** As it is kept: steps in the one form that they are compared in. */
export function proposedText(place: ProposedPlace, body: string): string {
  if (place !== 'steps') return body;
  const { steps, strayLines } = readChecklistText(body);
  // What is not read is shown to whoever wrote it, and not left out.
  return strayLines.length > 0 ? body : checklistText(steps);
}

/** Why it could not be published as it is; for INVALID_INPUT, of the field `body`. */
export function proposedProblems(place: ProposedPlace, body: string): FieldProblem[] {
  const problems = artifactProblems({ body });
  if (problems.length > 0 || place === 'page') return problems;
  return place === 'steps' ? problemsOfSteps(body) : problemsOfTree(body);
}

/** What becomes of the present text by it; null: somebody has to write it in by hand. */
export function mergedProposal(
  place: ProposedPlace,
  { base, proposed, present }: { base: string; proposed: string; present: string },
): string | null {
  const { text } = mergePage(base, proposed, present);
  if (text === null || place === 'page') return text;
  // Of two that are right something wrong may come: two answers that are alike, a step too deep.
  return proposedProblems(place, text).length <= proposedProblems(place, present).length ? text : null;
}

function problemsOfSteps(body: string): FieldProblem[] {
  const { steps, strayLines } = readChecklistText(body);
  const [stray] = strayLines;
  if (stray !== undefined)
    return ofBody(`Line ${stray} belongs to no step: begin each step with "- [ ]", and write its hint below it.`);
  if (steps.length === 0) return ofBody('Leave one step at least: each begins with "- [ ]".');
  return checklistProblems(steps).flatMap(({ field, problem }) => {
    const number = Number(field.split('.')[1]) + 1;
    return ofBody(Number.isNaN(number) ? problem : `Step ${number}: ${problem}`);
  });
}

function problemsOfTree(body: string): FieldProblem[] {
  const tooLong = problemsOf('body', body, atMost(TREE_TEXT_LIMIT));
  if (tooLong.length > 0) return tooLong;
  return readDecisionTree(body).problems.flatMap(({ line, words }) =>
    ofBody(line === null ? words : `Line ${line}: ${words}`),
  );
}

function ofBody(problem: string): FieldProblem[] {
  return [{ field: 'body', problem }];
}
