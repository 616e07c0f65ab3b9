import type { Provider } from '@nestjs/common';
import { Adopt } from '../adoption/adopt.js';
import {
  AdoptionOfVersionResolver,
  AdoptionPartsResolver,
  ArtifactAdoptionResolver,
} from '../adoption/adoption-parts.resolver.js';
import { AdoptionsRepository } from '../adoption/adoptions.repository.js';
import { AdoptionsResolver, TeamAdoptionsResolver } from '../adoption/adoptions.resolver.js';
import { AdoptionsService } from '../adoption/adoptions.service.js';
import { NudgeTeams } from '../adoption/nudge-teams.js';
import { RunChecklist } from '../checklists/run-checklist.js';
import { RunsRepository } from '../checklists/runs.repository.js';
import { RunsResolver, RunStepResolver, TeamRunsResolver } from '../checklists/runs.resolver.js';
import { RunsService } from '../checklists/runs.service.js';
import { TemplatesResolver } from '../templates/templates.resolver.js';
import { TemplatesService } from '../templates/templates.service.js';
import { ViewerWalksRead } from '../trees/viewer-walks.read.js';
import { WalkCountsRead } from '../trees/walk-counts.read.js';
import { WalkTree } from '../trees/walk-tree.js';
import { WalkJobs } from '../trees/walk.jobs.js';
import { WalksRepository } from '../trees/walks.repository.js';
import { ViewerWalkResolver, WalksResolver } from '../trees/walks.resolver.js';
import { UseSearch } from './use-search.js';
import { UseTransaction } from './use-transaction.js';
import { UseVerification } from './use-verification.js';

/** What people do with what is published: runs of checklists, walks through trees, adoption. */
export const ARTIFACT_USE: Provider[] = [
  Adopt,
  AdoptionOfVersionResolver,
  AdoptionPartsResolver,
  ArtifactAdoptionResolver,
  AdoptionsRepository,
  AdoptionsResolver,
  AdoptionsService,
  NudgeTeams,
  RunChecklist,
  RunsRepository,
  RunsResolver,
  RunsService,
  RunStepResolver,
  TeamAdoptionsResolver,
  TeamRunsResolver,
  TemplatesResolver,
  TemplatesService,
  UseSearch,
  UseTransaction,
  UseVerification,
  ViewerWalkResolver,
  ViewerWalksRead,
  WalkCountsRead,
  WalkJobs,
  WalksRepository,
  WalksResolver,
  WalkTree,
];
