import { cadencePermissions } from './cadences/cadence-permissions.js';
import { actionItemPermissions } from './cadences/action-policy.js';
import { rotaPermissions } from './cadences/rota-policy.js';
import { chapterPermissions } from './chapters/chapter-policy.js';
import { artifactPermissions } from './communities/artifact-policy.js';
import { artifactUsePermissions } from './communities/artifact-use-policy.js';
import { communityPermissions } from './communities/community-permissions.js';
import { decisionPermissions } from './decisions/decision-permissions.js';
import { delegationPermissions } from './decisions/delegation-policy.js';
import { imagePermissions } from './files/image-policy.js';
import { impedimentPermissions } from './impediments/impediment-permissions.js';
import { inboxPermissions } from './notifications/inbox-policy.js';
import { commentPermissions } from './impediments/comment-permissions.js';
import { savedViewPermissions } from './impediments/saved-view-permissions.js';
import { briefPermissions } from './impediments/brief-policy.js';
import { ladderPermissions } from './impediments/ladder-policy.js';
import { sourcePermissions } from './impediments/source-policy.js';
import { organizationPermissions } from './organization/organization-permissions.js';
import { prioritiesPermissions } from './priorities/priorities-permissions.js';
import { dependencyPermissions, scenarioPermissions } from './priorities/negotiation-permissions.js';
import { sprintPermissions } from './sprints/sprint-policy.js';
import type { PermissionRow } from './permission-row.js';

/** Role x action -> where, of all features, derived from the policies; printed as documentation, drift is checked. */
export function permissionCatalogue(): PermissionRow[] {
  return [
    ...organizationPermissions(),
    ...impedimentPermissions(),
    ...commentPermissions(),
    ...savedViewPermissions(),
    ...briefPermissions(),
    ...ladderPermissions(),
    ...sourcePermissions(),
    ...decisionPermissions(),
    ...delegationPermissions(),
    ...prioritiesPermissions(),
    ...dependencyPermissions(),
    ...scenarioPermissions(),
    ...sprintPermissions(),
    ...chapterPermissions(),
    ...communityPermissions(),
    ...artifactPermissions(),
    ...artifactUsePermissions(),
    ...cadencePermissions(),
    ...rotaPermissions(),
    ...actionItemPermissions(),
    ...inboxPermissions(),
    ...imagePermissions(),
  ];
}
