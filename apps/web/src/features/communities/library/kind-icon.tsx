import { BookOpen, GitFork, LayoutTemplate, ListChecks } from 'lucide-react';
import type { ArtifactKind } from '../../../generated/graphql';

const ICONS = {
  PLAYBOOK: BookOpen,
  TEMPLATE: LayoutTemplate,
  CHECKLIST: ListChecks,
  DECISION_TREE: GitFork,
} as const satisfies Record<ArtifactKind, unknown>;

/** The kind stands in words beside it. */
export function KindIcon({ kind }: { kind: ArtifactKind }) {
  const Icon = ICONS[kind];
  return <Icon aria-hidden />;
}
