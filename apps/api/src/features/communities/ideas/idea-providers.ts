import type { Provider } from '@nestjs/common';
import { ChangeIdea } from './change-idea.js';
import { CommunityIdeasResolver, IdeaPartsResolver, TeamTrialsResolver } from './idea-parts.resolver.js';
import { IdeaTransaction } from './idea-transaction.js';
import { IdeasRepository } from './ideas.repository.js';
import { IdeasResolver } from './ideas.resolver.js';
import { IdeasService } from './ideas.service.js';
import { TrialJobs } from './trial.jobs.js';
import { TryIdea } from './try-idea.js';

/** Ideas on their way to something that holds. */
export const IDEAS: Provider[] = [
  ChangeIdea,
  CommunityIdeasResolver,
  IdeaPartsResolver,
  IdeasRepository,
  IdeasResolver,
  IdeasService,
  IdeaTransaction,
  TeamTrialsResolver,
  TrialJobs,
  TryIdea,
];
