import type { IdeaState } from '@chapterhouse/domain/communities/idea-state';

/** An idea, and whether whoever looks voted for it. Ids are the database's, days YYYY-MM-DD. */
export interface IdeaRow extends Record<string, unknown> {
  id: string;
  version: number;
  community_id: string;
  title: string;
  words: string;
  state: IdeaState;
  by_id: string;
  at: string;
  votes: number;
  viewer_voted: boolean;
  trial_team_id: string | null;
  trial_until: string | null;
  result: string | null;
  artifact_id: string | null;
  decision_id: string | null;
  drop_reason: string | null;
}

/** $1 is the organization, $2 who looks. */
export const IDEA_ROWS = `
  select i.id, i.version, i.community_id, i.title, i.words, i.state, i.by_id, i.at, i.votes,
         exists (select from idea_votes v where v.organization_id = i.organization_id and v.idea_id = i.id
                   and v.person_id = $2::uuid) as viewer_voted,
         i.trial_team_id, i.trial_until, i.result, i.artifact_id, i.decision_id, i.drop_reason
    from ideas i
   where i.organization_id = $1`;
