import type {
  AdoptionPartsFragment,
  ArtifactLineFragment,
  CommunityLineFragment,
  CommunityQuery,
  DiscussionPartsFragment,
  IdeaPartsFragment,
  ReplyPartsFragment,
} from '../../../generated/graphql';
import { ANA, ROWAN } from './artifact-facts';

const AT = '2026-03-09T14:05:00.000Z';

export const communityLine = (changes: Partial<CommunityLineFragment> = {}): CommunityLineFragment => ({
  __typename: 'Community',
  id: 'Community_1',
  name: 'Testing',
  purpose: 'We make sure that it **works**.\n\nMore of it.',
  topics: ['quality'],
  memberCount: 2,
  viewerIsMember: false,
  closedAt: null,
  version: 3,
  viewerCan: ['community:view', 'community:join', 'idea:add'],
  facilitators: [ROWAN],
  nextMeeting: null,
  ...changes,
});

export const artifactLine = (changes: Partial<ArtifactLineFragment> = {}): ArtifactLineFragment => ({
  __typename: 'Artifact',
  id: 'Artifact_1',
  key: 'A-5',
  kind: 'PLAYBOOK',
  title: 'How we test',
  summary: '',
  state: 'PUBLISHED',
  reviewDueOn: null,
  reviewOverdue: false,
  updatedAt: AT,
  current: { __typename: 'ArtifactVersion', id: 'ArtifactVersion_2', number: 2, publishedAt: AT },
  draft: null,
  adoption: { __typename: 'AdoptionSummary', teams: 3, current: 1 },
  ...changes,
});

export const idea = (changes: Partial<IdeaPartsFragment> = {}): IdeaPartsFragment => ({
  __typename: 'Idea',
  id: 'Idea_1',
  title: 'Test first',
  words: 'The test is written before the code.',
  state: 'DISCUSSED',
  at: AT,
  votes: 2,
  viewerVoted: false,
  trialUntil: null,
  trialOverdue: false,
  result: null,
  dropReason: null,
  version: 4,
  viewerCan: ['idea:vote', 'idea:comment'],
  by: ROWAN,
  trialTeam: null,
  artifact: null,
  decision: null,
  comments: [],
  community: { __typename: 'Community', id: 'Community_1', name: 'Testing' },
  ...changes,
});

export const reply = (changes: Partial<ReplyPartsFragment> = {}): ReplyPartsFragment => ({
  __typename: 'DiscussionReply',
  id: 'DiscussionReply_1',
  body: 'We name its owner.',
  at: AT,
  editedAt: null,
  version: 1,
  viewerCan: ['discussion:edit-reply', 'discussion:remove-reply'],
  by: ANA,
  ...changes,
});

export const discussion = (changes: Partial<DiscussionPartsFragment> = {}): DiscussionPartsFragment => ({
  __typename: 'Discussion',
  id: 'Discussion_1',
  title: 'Which test fails at night?',
  body: 'Ours is the one of the clock.',
  at: AT,
  lastAt: AT,
  editedAt: null,
  replyCount: 1,
  closed: false,
  version: 2,
  viewerCan: ['discussion:reply'],
  by: ROWAN,
  replies: [reply()],
  community: {
    __typename: 'Community',
    id: 'Community_1',
    name: 'Testing',
    viewerIsMember: true,
    viewerCan: [],
  },
  ...changes,
});

export function community(changes: Partial<CommunityQuery['community']> = {}): CommunityQuery['community'] {
  const { body: _body, editedAt: _edited, viewerCan: _can, replies: _replies, community: _of, ...line } = discussion();
  const {
    words: _words,
    result: _result,
    dropReason: _reason,
    comments: _comments,
    community: _its,
    ...wanted
  } = idea();
  return {
    ...communityLine(),
    closeReason: null,
    nextMeeting: null,
    cadences: [],
    artifacts: [artifactLine()],
    trials: { __typename: 'IdeaConnection', totalCount: 0, edges: [] },
    wanted: {
      __typename: 'IdeaConnection',
      totalCount: 1,
      edges: [{ __typename: 'IdeaEdge', cursor: '1', node: wanted }],
    },
    topicsOfDiscussion: {
      __typename: 'DiscussionConnection',
      totalCount: 1,
      edges: [{ __typename: 'DiscussionEdge', cursor: '1', node: line }],
    },
    ...changes,
  };
}

export const adoption = (n: number, changes: Partial<AdoptionPartsFragment> = {}): AdoptionPartsFragment => ({
  __typename: 'Adoption',
  id: `Adoption_${n}`,
  since: '2026-02-03',
  until: null,
  feel: null,
  note: '',
  behindBy: 0,
  nudgedAt: null,
  rowVersion: 1,
  viewerCan: [],
  team: { __typename: 'Team', id: `Team_${n}`, name: `Quay ${n}` },
  version: { __typename: 'ArtifactVersion', id: 'ArtifactVersion_2', number: 2 },
  by: ROWAN,
  ...changes,
});
