export const ARTIFACT_KINDS = ['PLAYBOOK', 'TEMPLATE', 'CHECKLIST', 'DECISION_TREE'] as const;
export type ArtifactKind = (typeof ARTIFACT_KINDS)[number];

export const ARTIFACT_KIND_TITLES: Record<ArtifactKind, string> = {
  PLAYBOOK: 'Playbook',
  TEMPLATE: 'Template',
  CHECKLIST: 'Checklist',
  DECISION_TREE: 'Decision tree',
};

export const ARTIFACT_STATES = ['DRAFT', 'IN_REVIEW', 'PUBLISHED', 'ARCHIVED'] as const;
export type ArtifactState = (typeof ARTIFACT_STATES)[number];

export const ARTIFACT_STATE_TITLES: Record<ArtifactState, string> = {
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  PUBLISHED: 'Published',
  ARCHIVED: 'Archived',
};

/** What a template is used to write. */
export const TEMPLATE_USES = ['DECISION', 'BRIEF', 'AGREEMENT', 'CHECKLIST_RUN'] as const;
export type TemplateUse = (typeof TEMPLATE_USES)[number];

export const TEMPLATE_USE_TITLES: Record<TemplateUse, string> = {
  DECISION: 'Decision',
  BRIEF: 'Escalation brief',
  AGREEMENT: 'Agreement',
  CHECKLIST_RUN: 'Checklist run',
};

export const PROPOSAL_STATES = ['OPEN', 'TAKEN', 'DECLINED', 'WITHDRAWN'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Of what is published the state stays published while the next version is written and reviewed: its draft says so. */
export function artifactState(facts: { isArchived: boolean; versionCount: number; inReview: boolean }): ArtifactState {
  if (facts.isArchived) return 'ARCHIVED';
  if (facts.versionCount > 0) return 'PUBLISHED';
  return facts.inReview ? 'IN_REVIEW' : 'DRAFT';
}

/** `A-7`. */
export function artifactKeyOf(number: number): string {
  return `A-${number}`;
}

/** The number in a key, in capitals or not; undefined when it is no key of an artifact. */
export function artifactNumberOf(key: string): number | undefined {
  const match = /^A-?([1-9]\d{0,8})$/i.exec(key.trim());
  return match?.[1] ? Number(match[1]) : undefined;
}
