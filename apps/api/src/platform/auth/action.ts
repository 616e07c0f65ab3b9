import type { CadenceAction, OccurrenceAction } from '@chapterhouse/domain/cadences/cadence-policy';
import type { ActionItemAction } from '@chapterhouse/domain/cadences/action-policy';
import type { RotaAction } from '@chapterhouse/domain/cadences/rota-policy';
import type { ChapterAction } from '@chapterhouse/domain/chapters/chapter-policy';
import type { ArtifactAction } from '@chapterhouse/domain/communities/artifact-policy';
import type { ArtifactUseAction } from '@chapterhouse/domain/communities/artifact-use-policy';
import type { CommunityAction } from '@chapterhouse/domain/communities/community-policy';
import type { DecisionAction } from '@chapterhouse/domain/decisions/decision-policy';
import type { DelegationAction } from '@chapterhouse/domain/decisions/delegation-policy';
import type { ImpedimentAction } from '@chapterhouse/domain/impediments/impediment-policy';
import type { BriefAction } from '@chapterhouse/domain/impediments/brief-policy';
import type { CommentAction } from '@chapterhouse/domain/impediments/comment-policy';
import type { LadderAction } from '@chapterhouse/domain/impediments/ladder-policy';
import type { SourceAction } from '@chapterhouse/domain/impediments/source-policy';
import type { SavedViewAction } from '@chapterhouse/domain/impediments/saved-view-policy';
import type { DependencyAction } from '@chapterhouse/domain/priorities/dependency-policy';
import type { ScenarioAction } from '@chapterhouse/domain/priorities/scenario-policy';
import type { InboxAction } from '@chapterhouse/domain/notifications/inbox-policy';
import type { OrganizationAction } from '@chapterhouse/domain/organization/organization-policy';
import type { GoalAction, ItemAction, OrderAction } from '@chapterhouse/domain/priorities/priorities-policy';
import type { SprintAction } from '@chapterhouse/domain/sprints/sprint-policy';
import { SetMetadata, type CustomDecorator } from '@nestjs/common';

/** Every action that somebody may be allowed or refused. */
export type Action =
  | OrganizationAction
  | ImpedimentAction
  | CommentAction
  | SavedViewAction
  | BriefAction
  | LadderAction
  | SourceAction
  | DecisionAction
  | DelegationAction
  | SprintAction
  | CadenceAction
  | OccurrenceAction
  | ItemAction
  | GoalAction
  | OrderAction
  | DependencyAction
  | ScenarioAction
  | RotaAction
  | ActionItemAction
  | ChapterAction
  | ArtifactAction
  | ArtifactUseAction
  | CommunityAction
  | InboxAction;
/** A root field that needs no session. */
export const PUBLIC = 'public';
export const ACTION_METADATA = 'chapterhouse:action';

/** What a root field does. A root field without one does not boot. */
export const Action = (action: Action): CustomDecorator => SetMetadata(ACTION_METADATA, action);

/** Open to people who are not signed in: sign-in, first run, invitations. */
export const Public = (): CustomDecorator => SetMetadata(ACTION_METADATA, PUBLIC);
