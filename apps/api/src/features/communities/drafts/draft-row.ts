import type { PageChangeKind } from '@chapterhouse/domain/communities/page-changes';
import type { PlacedPage } from '@chapterhouse/domain/communities/page-order';
import type { ChecklistStep } from '@chapterhouse/domain/communities/version-content';

/** The draft of an artifact, without its pages. Ids are the database's. */
export interface DraftRow extends Record<string, unknown> {
  id: string;
  artifact_id: string;
  /** Counts every change of it. */
  revision: number;
  based_on: string | null;
  checklist: ChecklistStep[];
  mermaid: string;
  what_changed: string;
  updated_at: string;
  updated_by: string | null;
}

/** A page of a draft without its text. */
export interface DraftPageRow extends PlacedPage, Record<string, unknown> {
  artifactId: string;
  /** Counts changes of its text. */
  version: number;
}

export interface DraftTextRow extends DraftPageRow {
  body: string;
}

/** A page that differs from what its draft is based on. */
export interface DraftChangeRow extends Record<string, unknown> {
  artifact_id: string;
  id: string;
  kind: PageChangeKind;
  path: string;
  title: string;
  /** Null where it was there already, or not at all. */
  was_path: string | null;
}

/** A draft as it begins. */
export interface NewDraft {
  id: string;
  artifactId: string;
  basedOn: string | null;
  checklist: readonly ChecklistStep[];
  mermaid: string;
  pages: readonly (PlacedPage & { body: string })[];
  by: string | null;
  /** ISO text. */
  at: string;
}
