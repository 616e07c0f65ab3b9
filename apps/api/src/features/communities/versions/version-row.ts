import type { ArtifactKind } from '@chapterhouse/domain/communities/artifact-state';
import {
  canonicalContent,
  type ChecklistStep,
  type VersionPage,
} from '@chapterhouse/domain/communities/version-content';
import { sha256 } from '../../../platform/auth/session-token.js';

/** A published version without what it says. Ids are the database's. */
export interface VersionRow extends Record<string, unknown> {
  id: string;
  artifact_id: string;
  number: number;
  title: string;
  /** Hexadecimal. */
  content_hash: string;
  published_at: string;
  published_by: string;
  approved_by: string[];
  /** Of the artifact. */
  kind: ArtifactKind;
  artifact_number: number;
}

/** With its steps and its tree. */
export interface WrittenVersionRow extends VersionRow {
  checklist: ChecklistStep[];
  mermaid: string;
}

/** A page of a version or a draft without its text, in reading order. */
export interface PageLineRow extends Record<string, unknown> {
  id: string;
  parent_id: string | null;
  parent_path: string | null;
  path: string;
  title: string;
  depth: number;
  position: number;
}

/** What is published. */
export interface NewVersion {
  id: string;
  artifactId: string;
  kind: ArtifactKind;
  number: number;
  title: string;
  whatChanged: string;
  pages: readonly VersionPage[];
  checklist: readonly ChecklistStep[];
  mermaid: string;
  /** ISO text. */
  publishedAt: string;
  publishedBy: string;
  approvedBy: readonly string[];
}

/** Hexadecimal: what the content is proved by. */
export function contentHash(content: Parameters<typeof canonicalContent>[0]): string {
  return sha256(canonicalContent(content)).toString('hex');
}
