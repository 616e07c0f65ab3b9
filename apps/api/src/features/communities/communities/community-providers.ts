import type { Provider } from '@nestjs/common';
import { CommunitySearch } from '../community-search.js';
import { CommunityVerification } from '../community-verification.js';
import { ChangeCommunity } from './change-community.js';
import { ChangeMembers } from './change-members.js';
import { CommunitiesRepository } from './communities.repository.js';
import { CommunitiesResolver } from './communities.resolver.js';
import { CommunitiesService } from './communities.service.js';
import { CommunityEvents } from './community-changes.js';
import { CommunityChangesResolver } from './community-changes.resolver.js';
import { CommunityMentions } from './community-mentions.js';
import {
  CadenceCommunityResolver,
  CommunityPartsResolver,
  PersonCommunitiesResolver,
} from './community-parts.resolver.js';
import { CommunityTransaction } from './community-transaction.js';
import { MembersRepository } from './members.repository.js';
import { PracticeArtifactResolver } from './practice-artifact.resolver.js';

/** Communities themselves: who belongs to them, where they meet, what happens in them. */
export const COMMUNITY_PARTS: Provider[] = [
  CadenceCommunityResolver,
  ChangeCommunity,
  ChangeMembers,
  CommunitiesRepository,
  CommunitiesResolver,
  CommunitiesService,
  CommunityChangesResolver,
  CommunityEvents,
  CommunityMentions,
  CommunityPartsResolver,
  CommunitySearch,
  CommunityTransaction,
  CommunityVerification,
  MembersRepository,
  PersonCommunitiesResolver,
  PracticeArtifactResolver,
];
