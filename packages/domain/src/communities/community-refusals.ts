import { refuserOf } from '../refusal.js';
import type { IdeaState } from './idea-state.js';

/** Codes of communities, their discussions and ideas. */
export interface CommunityRefusals {
  /** It is closed: nothing of it changes until it is opened again. */
  COMMUNITY_CLOSED: Record<never, never>;
  /** A community has somebody who facilitates it: name another one first, or close it. */
  LAST_FACILITATOR: Record<never, never>;
  /** Only members facilitate. */
  NOT_A_MEMBER: Record<never, never>;
  /** Nothing is said in it any more until it is opened again. */
  DISCUSSION_CLOSED: Record<never, never>;
  /** `legal`: the actions that the present state allows, whoever asks. */
  IDEA_IN_OTHER_STATE: { state: IdeaState; action: string; legal: string[] };
}

export const refuseCommunity = refuserOf<CommunityRefusals>();
