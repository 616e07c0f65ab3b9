import { type ComponentType, lazy } from 'react';
import type { ArtifactKind } from '../../../generated/graphql';
import type { ShownArtifact } from './shown-artifact';

export type KindPart = ComponentType<{ artifact: ShownArtifact }>;

/** Left out: the current version. */
export type ReadingPart = ComponentType<{ artifact: ShownArtifact; oldVersionId?: string | undefined }>;

/** How a kind is read where it is more than pages of text; lazily loaded. */
export const READING: Partial<Record<ArtifactKind, ReadingPart>> = {
  CHECKLIST: lazy(async () => ({ default: (await import('../checklists/checklist-reading')).ChecklistReading })),
  DECISION_TREE: lazy(async () => ({ default: (await import('../trees/tree-reading')).TreeReading })),
  TEMPLATE: lazy(async () => ({ default: (await import('../templates/template-reading')).TemplateReading })),
};

/** How the draft of a kind is written where it is more than pages of text; lazily loaded. */
export const EDITING: Partial<Record<ArtifactKind, KindPart>> = {
  CHECKLIST: lazy(async () => ({ default: (await import('../checklists/checklist-editor')).ChecklistEditor })),
  DECISION_TREE: lazy(async () => ({ default: (await import('../trees/tree-editor')).TreeEditor })),
};
