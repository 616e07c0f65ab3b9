import { checklistText } from '@chapterhouse/domain/communities/checklist-text';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';

/** What stands beside the pages, read and compared as lines: the steps of a checklist, the text of a tree. */
export interface WrittenBeside {
  checklist: readonly Pick<ChecklistStep, 'text' | 'hint' | 'depth'>[];
  mermaid: string;
}

/** Under which path, called what. */
export interface LinesBeside {
  path: 'steps' | 'tree';
  title: string;
  body: string;
}

/** Each where there is something of it. */
export function linesBeside({ checklist, mermaid }: WrittenBeside): LinesBeside[] {
  return [
    ...(checklist.length > 0 ? [{ path: 'steps' as const, title: 'Steps', body: checklistText(checklist) }] : []),
    ...(mermaid === '' ? [] : [{ path: 'tree' as const, title: 'Decision tree', body: mermaid }]),
  ];
}

/** The lines of one of them; null where there are none. */
export function bodyBeside(beside: WrittenBeside, path: string): string | null {
  return linesBeside(beside).find((lines) => lines.path === path)?.body ?? null;
}
