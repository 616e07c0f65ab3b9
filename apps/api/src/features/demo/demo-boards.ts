import { delegationTemplate, type TemplateCell } from '@chapterhouse/domain/decisions/delegation-templates';
import type { DemoBoard, DemoCell, DemoPlace } from './demo-decision-facts.js';
import { shiftToWeekdayBefore } from './day-shift.js';

/** Areas whose boards say more than that of the product, and a team of the first that says more than the area. */
const AREA = 0;
const OTHER_AREA = 5;
const TEAM = 2;

/**
 * How much the people of the demo trust one another: first little, since five months more; two areas and a team have boards of their own.
 * @param accountable who answers for a place
 */
export function tellBoards(today: string, accountable: (place: DemoPlace) => number): DemoBoard[] {
  const saved = (
    scope: DemoPlace,
    number: number,
    days: number,
    cells: readonly DemoCell[],
    note: string,
  ): DemoBoard => ({
    scope,
    number,
    cells,
    savedBy: accountable(scope),
    savedAt: `${shiftToWeekdayBefore(today, -days)}T10:30:00.000Z`,
    note,
  });
  const product: DemoPlace = { kind: 'PRODUCT', at: 0 };
  const area = (at: number): DemoPlace => ({ kind: 'AREA', at });
  const tools = [cell('Tools and libraries', 'ADVISE', 'TECHNICAL_LEAD')];
  return [
    saved(product, 1, 360, cellsOf('first-steps'), 'As we do it today, written down for once'),
    saved(product, 2, 150, cellsOf('trusted-teams'), 'Nothing burnt in seven months: further to the right'),
    saved(area(OTHER_AREA), 1, 120, tools, 'Who pays hears of it first'),
    saved(area(AREA), 1, 100, tools, 'Two fare calculators are enough'),
    saved(
      { kind: 'TEAM', at: TEAM },
      1,
      60,
      [{ ...cell('Releases', 'INQUIRE', null), vetoHours: 24 }],
      'A trial until summer',
    ),
  ];
}

/** The decision areas of the demo, with what each means. */
export function demoDecisionAreas(): { name: string; description: string }[] {
  return templateCells('trusted-teams').map(({ decisionArea: name, description }) => ({ name, description }));
}

/** What counts in a place for a decision area at a moment: the nearest board wins. */
export function cellAt(
  boards: readonly DemoBoard[],
  chain: readonly DemoPlace[],
  decisionArea: string | null,
  at: string,
): { cell: DemoCell; scope: DemoPlace } | null {
  for (const scope of chain) {
    const then = boards.filter((board) => isSame(board.scope, scope) && board.savedAt <= at).at(-1);
    const found = then?.cells.find((one) => one.decisionArea === decisionArea);
    if (found) return { cell: found, scope };
  }
  return null;
}

function isSame(one: DemoPlace, other: DemoPlace): boolean {
  return one.kind === other.kind && one.at === other.at;
}

function cell(decisionArea: string, level: DemoCell['level'], role: DemoCell['role']): DemoCell {
  return { decisionArea, level, role, vetoHours: 16, answerHours: 16 };
}

function cellsOf(template: string): DemoCell[] {
  return templateCells(template).map(({ decisionArea, level, role, vetoHours, answerHours }) => ({
    decisionArea,
    level,
    role,
    vetoHours,
    answerHours,
  }));
}

function templateCells(id: string): readonly TemplateCell[] {
  const template = delegationTemplate(id);
  if (!template) throw new RangeError(`There is no template ${id}.`);
  return template.cells;
}
