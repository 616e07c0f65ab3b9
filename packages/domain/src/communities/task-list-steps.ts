import { DEEPEST_STEP } from './artifact-fields.js';
import type { ChecklistStep } from './version-content.js';

const TASK = /^(?<indent>[ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+\[[ xX]\][ \t](?<text>.*)$/u;
const OTHER_ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u;
const FENCE = /^ {0,3}(?<fence>`{3,}|~{3,})/u;
/** Of a tab, as Markdown counts. */
const TAB = '    ';

interface Task {
  text: string;
  hint: string[];
  depth: number;
  indent: number;
}

/**
 * The task list of a text as steps to run, whatever is ticked in it: each `- [ ]` is one, deeper ones are parts of the one
 * before, and what is written below one, further in, is its hint. Named by their place, for a published text never changes.
 */
export function taskListSteps(body: string): ChecklistStep[] {
  const tasks: Task[] = [];
  /** What the next one may be part of, the outermost first. */
  let above: Task[] = [];
  /** To which what follows still belongs. */
  let open: Task | null = null;
  let fence: string | null = null;
  for (const line of body.replace(/\r\n?/gu, '\n').split('\n')) {
    const mark = FENCE.exec(line)?.groups?.['fence'];
    if (mark !== undefined && fence === null) fence = mark;
    else if (fence !== null && mark?.startsWith(fence) === true) fence = null;
    const { indent: space = '', text = '' } = (fence === null ? TASK.exec(line)?.groups : undefined) ?? {};
    if (text.trim() !== '') {
      const indent = widthOf(space);
      above = above.filter((task) => task.indent < indent);
      open = { text: text.trim(), hint: [], depth: Math.min(above.length, DEEPEST_STEP), indent };
      tasks.push(open);
      above.push(open);
    } else if (open !== null && line.trim() !== '') {
      if (OTHER_ITEM.test(line) || widthOf(/^[ \t]*/u.exec(line)?.[0] ?? '') <= open.indent) open = null;
      else open.hint.push(line.trim());
    }
  }
  return tasks.map(({ text, hint, depth }, index) => ({ id: `task-${index + 1}`, text, hint: hint.join(' '), depth }));
}

function widthOf(space: string): number {
  return space.replaceAll('\t', TAB).length;
}
