// All that other features may import.
export { ArtifactHistory } from './artifacts/artifact-history.js';
export { Artifact } from './artifacts/artifacts.graphql.js';
export { ArtifactsService } from './artifacts/artifacts.service.js';
export { CommunitiesModule } from './communities.module.js';
export { CommunitiesService } from './communities/communities.service.js';
export { Community } from './communities/communities.graphql.js';
export { CommunityHistory, type HistoricCommunity, type HistoricIdea } from './community-history.js';
export { Discussion, DiscussionReply } from './discussions/discussions.graphql.js';
export { DiscussionsService } from './discussions/discussions.service.js';
export { Idea } from './ideas/ideas.graphql.js';
export { IdeasService } from './ideas/ideas.service.js';
export { readPlaybook, type ReadPlaybook } from './playbook-files/read-playbook.js';
export { type HistoricReview, ReviewHistory } from './reviews/review-history.js';
export { type HistoricAdoption, UseHistory } from './use/use-history.js';
export { type FolderFile, isOfPlaybook } from './playbook-files/sorted-files.js';
export { ImportPlaybook } from './playbook-files/import-playbook.js';
export { PlaybookExport } from './playbook-files/playbook-export.js';
export { type KnownPlaybook, type PlannedUpdate, UpdatePlaybook } from './playbook-files/update-playbook.js';
