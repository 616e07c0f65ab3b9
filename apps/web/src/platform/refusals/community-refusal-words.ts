import type { CommunityRefusals } from '@chapterhouse/domain/communities/community-refusals';
import { IDEA_STATE_TITLES } from '@chapterhouse/domain/communities/idea-state';
import type { RefusalWords } from './refusal-words';

/** Exhaustive: a code without words does not compile. */
export const COMMUNITY_REFUSAL_WORDS: {
  [C in keyof CommunityRefusals]: (details: CommunityRefusals[C]) => RefusalWords;
} = {
  COMMUNITY_CLOSED: () => ({
    title: 'The community is closed.',
    next: 'Who facilitates it can open it again.',
  }),
  LAST_FACILITATOR: () => ({
    title: 'Nobody else facilitates the community.',
    next: 'Name another facilitator first, or close the community.',
  }),
  NOT_A_MEMBER: () => ({
    title: 'Only members facilitate a community.',
    next: 'Ask them to join it first.',
  }),
  DISCUSSION_CLOSED: () => ({
    title: 'The discussion is closed.',
    next: 'Open it again, or start another one.',
  }),
  IDEA_IN_OTHER_STATE: ({ state }) => ({
    title: `The idea is “${IDEA_STATE_TITLES[state]}” by now.`,
    next: 'What can be done with it is shown now.',
  }),
};
