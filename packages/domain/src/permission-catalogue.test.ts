import { describe, expect, it } from '@jest/globals';
import { ACTION_EVENT_WORDS } from './cadences/action-events.js';
import { ACTION_ITEM_ACTIONS } from './cadences/action-policy.js';
import { CADENCE_EVENT_WORDS } from './cadences/cadence-events.js';
import { CADENCE_ACTIONS, OCCURRENCE_ACTIONS } from './cadences/cadence-policy.js';
import { CHAPTER_EVENT_WORDS } from './chapters/chapter-events.js';
import { ARTIFACT_EVENT_WORDS } from './communities/artifact-events.js';
import { ARTIFACT_ACTIONS } from './communities/artifact-policy.js';
import { CHAPTER_ACTIONS } from './chapters/chapter-policy.js';
import { ARTIFACT_USE_EVENT_WORDS } from './communities/artifact-use-events.js';
import { ARTIFACT_USE_ACTIONS } from './communities/artifact-use-policy.js';
import { COMMUNITY_EVENT_WORDS } from './communities/community-events.js';
import { COMMUNITY_ACTIONS } from './communities/community-policy.js';
import { MEETING_EVENT_WORDS } from './cadences/meeting-events.js';
import { ROTA_EVENT_WORDS } from './cadences/rota-events.js';
import { ROTA_ACTIONS } from './cadences/rota-policy.js';
import { DECISION_EVENT_WORDS } from './decisions/decision-events.js';
import { DECISION_ACTIONS } from './decisions/decision-policy.js';
import { DELEGATION_EVENT_WORDS } from './decisions/delegation-events.js';
import { DELEGATION_ACTIONS } from './decisions/delegation-policy.js';
import { IMAGE_EVENT_WORDS } from './files/image-events.js';
import { IMAGE_ACTIONS } from './files/image-policy.js';
import { IMPEDIMENT_EVENT_WORDS } from './impediments/impediment-events.js';
import { IMPEDIMENT_ACTIONS } from './impediments/impediment-policy.js';
import { INBOX_ACTIONS } from './notifications/inbox-policy.js';
import { SAVED_VIEW_EVENT_WORDS } from './impediments/saved-view-events.js';
import { COMMENT_ACTIONS } from './impediments/comment-policy.js';
import { SAVED_VIEW_ACTIONS } from './impediments/saved-view-policy.js';
import { BRIEF_ACTIONS } from './impediments/brief-policy.js';
import { LADDER_EVENT_WORDS } from './impediments/ladder-events.js';
import { LADDER_ACTIONS } from './impediments/ladder-policy.js';
import { SOURCE_EVENT_WORDS } from './impediments/source-events.js';
import { SOURCE_ACTIONS } from './impediments/source-policy.js';
import { ORGANIZATION_EVENT_WORDS } from './organization/organization-events.js';
import { ORGANIZATION_ACTIONS } from './organization/organization-policy.js';
import { ROLES } from './organization/role.js';
import { GOAL_EVENT_WORDS, ITEM_EVENT_WORDS } from './priorities/priorities-events.js';
import { GOAL_ACTIONS, ITEM_ACTIONS, ORDER_ACTIONS } from './priorities/priorities-policy.js';
import { DEPENDENCY_EVENT_WORDS } from './priorities/dependency-events.js';
import { DEPENDENCY_ACTIONS } from './priorities/dependency-policy.js';
import { SCENARIO_EVENT_WORDS } from './priorities/scenario-events.js';
import { SCENARIO_ACTIONS } from './priorities/scenario-policy.js';
import { SPRINT_EVENT_WORDS } from './sprints/sprint-events.js';
import { SPRINT_ACTIONS } from './sprints/sprint-policy.js';
import { permissionCatalogue } from './permission-catalogue.js';

describe('the permission catalogue', () => {
  const rows = permissionCatalogue();

  it('has every role with every action', () => {
    const pairs = new Set(rows.map(({ role, action }) => `${role} ${action}`));
    const actions = [
      ...ORGANIZATION_ACTIONS,
      ...IMPEDIMENT_ACTIONS,
      ...COMMENT_ACTIONS,
      ...SAVED_VIEW_ACTIONS,
      ...BRIEF_ACTIONS,
      ...LADDER_ACTIONS,
      ...SOURCE_ACTIONS,
      ...DECISION_ACTIONS,
      ...DELEGATION_ACTIONS,
      ...ITEM_ACTIONS,
      ...GOAL_ACTIONS,
      ...ORDER_ACTIONS,
      ...DEPENDENCY_ACTIONS,
      ...SCENARIO_ACTIONS,
      ...SPRINT_ACTIONS,
      ...CADENCE_ACTIONS,
      ...OCCURRENCE_ACTIONS,
      ...CHAPTER_ACTIONS,
      ...ARTIFACT_ACTIONS,
      ...COMMUNITY_ACTIONS,
      ...ARTIFACT_USE_ACTIONS,
      ...ROTA_ACTIONS,
      ...ACTION_ITEM_ACTIONS,
      ...INBOX_ACTIONS,
      ...IMAGE_ACTIONS,
    ];
    expect(pairs).toEqual(new Set(ROLES.flatMap((role) => actions.map((action) => `${role} ${action}`))));
  });

  it('has no row twice', () => {
    const keys = rows.map(({ role, scope, action, about }) => `${role} ${scope} ${action} ${about}`);
    expect(new Set(keys).size).toBe(rows.length);
  });
});

it('event names fit the event log', () => {
  const words = {
    ...ORGANIZATION_EVENT_WORDS,
    ...IMPEDIMENT_EVENT_WORDS,
    ...SAVED_VIEW_EVENT_WORDS,
    ...SOURCE_EVENT_WORDS,
    ...LADDER_EVENT_WORDS,
    ...DECISION_EVENT_WORDS,
    ...DELEGATION_EVENT_WORDS,
    ...ITEM_EVENT_WORDS,
    ...GOAL_EVENT_WORDS,
    ...DEPENDENCY_EVENT_WORDS,
    ...SCENARIO_EVENT_WORDS,
    ...SPRINT_EVENT_WORDS,
    ...CADENCE_EVENT_WORDS,
    ...CHAPTER_EVENT_WORDS,
    ...ARTIFACT_EVENT_WORDS,
    ...COMMUNITY_EVENT_WORDS,
    ...ARTIFACT_USE_EVENT_WORDS,
    ...MEETING_EVENT_WORDS,
    ...ROTA_EVENT_WORDS,
    ...ACTION_EVENT_WORDS,
    ...IMAGE_EVENT_WORDS,
  };
  for (const name of Object.keys(words)) {
    expect(name).toMatch(/^[a-z-]+[.][a-z-]+$/);
  }
});
