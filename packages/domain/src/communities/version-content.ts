import type { ArtifactKind } from './artifact-state.js';

/** A step of a checklist; deeper ones are parts of the one before. */
export interface ChecklistStep {
  /** The same in every version, however it is worded. */
  id: string;
  text: string;
  hint: string;
  /** From 0. */
  depth: number;
}

/** A page as it is published: in reading order, the first at 0. */
export interface VersionPage {
  id: string;
  parentId: string | null;
  path: string;
  title: string;
  depth: number;
  position: number;
  body: string;
}

/** All that a version says; what belongs to other kinds is empty. */
export interface VersionContent {
  kind: ArtifactKind;
  title: string;
  pages: readonly VersionPage[];
  checklist: readonly ChecklistStep[];
  mermaid: string;
}

/**
 * The content in the one form that its hash is made of: the same content is the same text, byte for byte, whoever writes it
 * and in whatever order it was loaded.
 */
export function canonicalContent({ kind, title, pages, checklist, mermaid }: VersionContent): string {
  return JSON.stringify({
    format: 1,
    kind,
    title,
    pages: [...pages]
      .sort((one, other) => one.position - other.position)
      .map((page) => [page.id, page.parentId, page.path, page.title, page.depth, page.body]),
    checklist: checklist.map((step) => [step.id, step.text, step.hint, step.depth]),
    mermaid,
  });
}
