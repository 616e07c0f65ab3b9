import type { StageIds } from './matrix-stage.js';
import { ACTORS, type ActorName } from './stage-actors.js';

/**
 * Who may call a root field on the things of the stage:
 * a list of actors (the others are FORBIDDEN), `public` (needs no session), or `own` (any signed-in person, about
 * themselves alone). Versions are stale on purpose: who may gets CONFLICT, and nothing changes.
 */
export interface Expectation {
  who: readonly ActorName[] | 'public' | 'own';
  variables?: (ids: StageIds) => Record<string, unknown>;
}

/** Groups of actors that several fields name. */
export const EVERYONE = ACTORS;
export const WITH_A_ROLE = ACTORS.filter((actor) => actor !== 'nobody');
export const ADMINISTRATOR = ['administrator'] as const;
export const PRODUCT = ['administrator', 'chiefProductOwner'] as const;
export const AREA = [...PRODUCT, 'areaProductOwner'] as const;
export const DEVELOPERS_OF_TEAM = ['administrator', 'scrumOfScrumsMaster', 'scrumMaster'] as const;
export const SCRUM_MASTERS_OF_TEAM = ['administrator', 'areaProductOwner', 'scrumOfScrumsMaster'] as const;
export const TRIAGE = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'otherAreaProductOwner',
  'scrumOfScrumsMaster',
  'scrumMaster',
  'otherScrumMaster',
  'agileCoach',
] as const;
export const SPRINT_KEEPERS = [
  'administrator',
  'areaProductOwner',
  'scrumOfScrumsMaster',
  'productOwner',
  'scrumMaster',
  'developer',
  'agileCoach',
] as const;
/** A version that nothing has. */
export const STALE = 999;
