import type { Provider } from '@nestjs/common';
import { ChangeDiscussion } from './change-discussion.js';
import {
  CommunityDiscussionsResolver,
  DiscussionPartsResolver,
  ReplyPartsResolver,
} from './discussion-parts.resolver.js';
import { DiscussionsRepository } from './discussions.repository.js';
import { DiscussionsResolver } from './discussions.resolver.js';
import { DiscussionsService } from './discussions.service.js';
import { RepliesRepository } from './replies.repository.js';

/** What people talk about in communities. */
export const DISCUSSIONS: Provider[] = [
  ChangeDiscussion,
  CommunityDiscussionsResolver,
  DiscussionPartsResolver,
  DiscussionsRepository,
  DiscussionsResolver,
  DiscussionsService,
  RepliesRepository,
  ReplyPartsResolver,
];
