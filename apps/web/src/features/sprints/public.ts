export { TeamSprints } from './team-sprints';
