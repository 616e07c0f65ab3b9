import type { ActionItemAction } from '@chapterhouse/domain/cadences/action-policy';
import type { CadenceAction, OccurrenceAction } from '@chapterhouse/domain/cadences/cadence-policy';
import type { RotaAction } from '@chapterhouse/domain/cadences/rota-policy';
import type { ChapterAction } from '@chapterhouse/domain/chapters/chapter-policy';
import type { ArtifactAction } from '@chapterhouse/domain/communities/artifact-policy';
import type { ArtifactUseAction } from '@chapterhouse/domain/communities/artifact-use-policy';
import type { CommunityAction } from '@chapterhouse/domain/communities/community-policy';
import type { DecisionAction } from '@chapterhouse/domain/decisions/decision-policy';
import type { DelegationAction } from '@chapterhouse/domain/decisions/delegation-policy';
import type { BriefAction } from '@chapterhouse/domain/impediments/brief-policy';
import type { CommentAction } from '@chapterhouse/domain/impediments/comment-policy';
import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import type { LadderAction } from '@chapterhouse/domain/impediments/ladder-policy';
import type { SavedViewAction } from '@chapterhouse/domain/impediments/saved-view-policy';
import type { OrganizationAction } from '@chapterhouse/domain/organization/organization-policy';
import type { SourceAction } from '@chapterhouse/domain/impediments/source-policy';
import type { DependencyAction } from '@chapterhouse/domain/priorities/dependency-policy';
import type { GoalAction, ItemAction, OrderAction } from '@chapterhouse/domain/priorities/priorities-policy';
import type { ScenarioAction } from '@chapterhouse/domain/priorities/scenario-policy';
import type { SprintAction } from '@chapterhouse/domain/sprints/sprint-policy';
import type { ReactNode } from 'react';
import { useViewer } from './session-provider';

export type Action =
  | OrganizationAction
  | ImpedimentAction
  | BriefAction
  | CommentAction
  | LadderAction
  | SavedViewAction
  | SourceAction
  | SprintAction
  | DecisionAction
  | DelegationAction
  | ItemAction
  | GoalAction
  | OrderAction
  | DependencyAction
  | ScenarioAction
  | ChapterAction
  | CadenceAction
  | OccurrenceAction
  | ActionItemAction
  | RotaAction
  | ArtifactAction
  | ArtifactUseAction
  | CommunityAction
  | 'decision:answer';

/** Anything the server sent with what this viewer may do to it. */
export type WithViewerCan = { viewerCan: readonly string[] };

/** What the server said; the web never repeats a rule. */
export function can(thing: WithViewerCan | null | undefined, action: Action): boolean {
  return thing?.viewerCan.includes(action) ?? false;
}

export type CanProps = {
  do: Action;
  /** The thing it would be done to; the viewer's own actions when left out. */
  on?: WithViewerCan | null;
  otherwise?: ReactNode;
  children: ReactNode;
};

/** Shows its children only to those who may: `<Can do="impediment:triage" on={impediment}>`. */
export function Can({ do: action, on, otherwise = null, children }: CanProps) {
  const viewer = useViewer();
  const allowed = on === undefined ? can({ viewerCan: viewer.can }, action) : can(on, action);
  return allowed ? children : otherwise;
}
