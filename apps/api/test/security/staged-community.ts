import type { TestOrganization } from '../world.js';

/** Who and what the community of the stage is about; the database's ids. */
export interface CommunitySurroundings {
  team: string;
  administrator: string;
  developer: string;
  person: string;
}

/** Ids as clients see them. */
export interface StagedCommunity {
  /** The administrator facilitates it, the developer is a member and wrote all there is in it. */
  community: string;
  /** Another person facilitates it. */
  otherCommunity: string;
  discussion: string;
  reply: string;
  otherReply: string;
  ideaComment: string;
  otherIdeaComment: string;
  idea: string;
  /** Tried by the team. */
  trialIdea: string;
}

/** A community with a discussion and ideas; every text begins with the mark. */
export async function stagedCommunity(
  organization: TestOrganization,
  mark: string,
  { team, administrator, developer, person }: CommunitySurroundings,
): Promise<StagedCommunity> {
  const found = (name: string, by: string): Promise<string> =>
    organization.insert('communities', {
      name: `${mark} ${name}`,
      purpose: `${mark} purpose of a community`,
      topics: [`${mark} topic`],
      founded_by: by,
      created_at: '2026-01-01',
    });
  const join = (communityId: string, personId: string, facilitator: boolean): Promise<object[]> =>
    organization.query(
      `insert into community_members (organization_id, community_id, person_id, facilitator, since)
       values ($1, $2, $3, $4, '2026-01-01')`,
      [organization.id, communityId, personId, facilitator],
    );
  const community = await found('community', administrator);
  const otherCommunity = await found('other community', person);
  await join(community, administrator, true);
  await join(community, developer, false);
  await join(otherCommunity, person, true);
  const discussion = await organization.insert('discussions', {
    community_id: community,
    title: `${mark} discussion`,
    body: `${mark} body of a discussion`,
    by_id: developer,
    at: '2026-01-02',
    last_at: '2026-01-03',
  });
  const replied = (body: string): Promise<string> =>
    organization.insert('community_replies', {
      discussion_id: discussion,
      body: `${mark} ${body}`,
      by_id: developer,
      at: '2026-01-03',
    });
  const [reply, otherReply] = [await replied('reply'), await replied('other reply')];
  const had = (title: string, trial: object = {}): Promise<string> =>
    organization.insert('ideas', {
      community_id: community,
      title: `${mark} ${title}`,
      words: `${mark} words of an idea`,
      by_id: developer,
      at: '2026-01-04',
      ...trial,
    });
  const idea = await had('idea');
  const onTrial = { state: 'ON_TRIAL', trial_team_id: team, trial_until: '2099-01-01' };
  const trialIdea = await had('idea on trial', onTrial);
  const commented = (body: string): Promise<string> =>
    organization.insert('community_replies', {
      idea_id: idea,
      body: `${mark} ${body}`,
      by_id: developer,
      at: '2026-01-05',
    });
  const [comment, otherComment] = [await commented('comment on an idea'), await commented('other comment on an idea')];
  await organization.query(
    `insert into idea_votes (organization_id, idea_id, person_id, at) values ($1, $2, $3, '2026-01-05')`,
    [organization.id, idea, developer],
  );
  return {
    community: `Community_${community}`,
    otherCommunity: `Community_${otherCommunity}`,
    discussion: `Discussion_${discussion}`,
    reply: `DiscussionReply_${reply}`,
    otherReply: `DiscussionReply_${otherReply}`,
    ideaComment: `DiscussionReply_${comment}`,
    otherIdeaComment: `DiscussionReply_${otherComment}`,
    idea: `Idea_${idea}`,
    trialIdea: `Idea_${trialIdea}`,
  };
}
