import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { CommunityStory } from '../../../../test/community-story.js';
import { publishedArtifact } from '../../../../test/published-artifact.js';
import { settleReactions } from '../../../../test/settle-reactions.js';
import { TestApp } from '../../../../test/test-app.js';
import { EventLog } from '../../../platform/events/event-log.js';
import { TrialJobs } from './trial.jobs.js';

let app: TestApp;
let story: CommunityStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await CommunityStory.tell(app, 'Harbour');
});
afterAll(() => app?.stop());

interface Seen {
  id: string;
  version: number;
}

const add = (title: string): Promise<Seen> =>
  story.done<Seen>(
    story.cleo,
    `addIdea(communityId: "${story.communityId}", title: "${title}", words: "Why not") { id version }`,
  );
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe('an idea', () => {
  test('comes from whoever has it, is voted for once each, and discussed by others', async () => {
    const { ana, ben, cleo } = story;
    const { id } = await add('Pair on tests');
    for (const person of [ana, ben, ben]) await story.done(person, `voteForIdea(id: "${id}", vote: true) { votes }`);
    expect(await story.done(cleo, `commentOnIdea(id: "${id}", body: "More of it") { state }`)).toEqual({
      state: 'IDEA',
    });
    expect(
      await story.done(
        ana,
        `commentOnIdea(id: "${id}", body: "Good") { state votes viewerVoted version comments { body by { name } viewerCan } }`,
      ),
    ).toEqual({
      state: 'DISCUSSED',
      votes: 2,
      viewerVoted: true,
      version: 2,
      comments: [
        { body: 'More of it', by: { name: 'Cleo' }, viewerCan: ['discussion:remove-reply'] },
        { body: 'Good', by: { name: 'Ana' }, viewerCan: ['discussion:edit-reply', 'discussion:remove-reply'] },
      ],
    });
  });

  test('is tried by a team until a day, shows something, and is adopted as what it became', async () => {
    const { ana, ben, cleo, team } = story;
    const { id } = await add('Contract tests');
    const start = `tryIdea(id: "${id}", version: 1, teamId: "Team_${team.id}", until: "${inDays(10)}") { state version trialTeam { name } trialOverdue }`;
    expect(await story.refused(cleo, start)).toBe('FORBIDDEN');
    expect(await story.done(ben, start)).toEqual({
      state: 'ON_TRIAL',
      version: 2,
      trialTeam: { name: 'Payments' },
      trialOverdue: false,
    });
    expect(await story.seen(ana, `team(id: "Team_${team.id}") { trials { id } }`)).toEqual({
      team: { trials: [{ id }] },
    });
    expect(
      await story.refused(
        ana,
        `tryIdea(id: "${id}", version: 2, teamId: "Team_${team.id}", until: "${inDays(1)}") { id }`,
      ),
    ).toBe('IDEA_IN_OTHER_STATE');
    expect(
      await story.done(ben, `endTrial(id: "${id}", version: 2, result: "Half the bugs") { state result version }`),
    ).toEqual({
      state: 'DISCUSSED',
      result: 'Half the bugs',
      version: 3,
    });
    expect(await story.refused(ana, `adoptIdea(id: "${id}", version: 3) { id }`)).toBe('INVALID_INPUT');
    expect(await story.refused(ana, `adoptIdea(id: "${id}", version: 3, decisionKey: "D-99") { id }`)).toBe(
      'INVALID_INPUT',
    );
    expect(await story.refused(ben, `dropIdea(id: "${id}", version: 3, reason: "No") { id }`)).toBe('FORBIDDEN');
    expect(await story.done(ana, `dropIdea(id: "${id}", version: 3, reason: "Too dear") { state dropReason }`)).toEqual(
      {
        state: 'DROPPED',
        dropReason: 'Too dear',
      },
    );
    expect(await story.done(cleo, `reopenIdea(id: "${id}", version: 4) { state dropReason }`)).toEqual({
      state: 'DISCUSSED',
      dropReason: null,
    });
  });

  test('is adopted as an artifact of the community, and leads there', async () => {
    const { ana, ben, cleo, communityId, house } = story;
    const of = { communityId: communityId.replace('Community_', ''), by: ana.id, versions: 1 };
    const { number } = await publishedArtifact(house, { ...of, kind: 'CHECKLIST' });
    const { id } = await add('A list for Fridays');
    await story.done(ben, `commentOnIdea(id: "${id}", body: "Yes") { id }`);
    const adopt = (key: string): string => `adoptIdea(id: "${id}", version: 2, artifactKey: "${key}")`;
    expect(await story.refused(ana, `${adopt('A-999')} { id }`)).toBe('INVALID_INPUT');
    expect(await story.done(ana, `${adopt(`a${number}`)} { state artifact { key } decision { key } }`)).toEqual({
      state: 'ADOPTED',
      artifact: { key: `A-${number}` },
      decision: null,
    });
    await settleReactions(app, house.id);
    expect(
      await story.seen(cleo, 'inbox(first: 1) { edges { node { reason event excerpt idea { id } } } }'),
    ).toMatchObject({ inbox: { edges: [{ node: { reason: 'RAISED_BY_YOU', event: 'idea.adopted', idea: { id } } }] } });
  });

  test('whose trial is due is told of once', async () => {
    const { ana, cleo, team } = story;
    const { id } = await add('Mob on Mondays');
    await story.done(ana, `tryIdea(id: "${id}", version: 1, teamId: "Team_${team.id}", until: "${inDays(0)}") { id }`);
    const jobs = app.app.get(TrialJobs);
    expect(await jobs.remind(story.house.id, new Date())).toBe(1);
    expect(await jobs.remind(story.house.id, new Date())).toBe(0);
    await settleReactions(app, story.house.id);
    const due = async (): Promise<unknown> => {
      await settleReactions(app, story.house.id);
      return story.seen(cleo, 'inbox(reason: TRIAL_DUE, unreadOnly: true) { totalCount }');
    };
    expect(
      await story.seen(cleo, 'inbox(reason: TRIAL_DUE) { edges { node { event idea { id } community { id } } } }'),
    ).toMatchObject({
      inbox: { edges: [{ node: { event: 'idea.trial-due', idea: { id }, community: { id: story.communityId } } }] },
    });
    // Until it is ended.
    expect(await due()).toEqual({ inbox: { totalCount: 1 } });
    await story.done(ana, `endTrial(id: "${id}", version: 2, result: "Fewer Mondays") { id }`);
    expect(await due()).toEqual({ inbox: { totalCount: 0 } });
  });
});

describe('a comment on an idea', () => {
  test('is edited by whoever wrote it, removed by them or who facilitates', async () => {
    const { ana, ben, cleo } = story;
    const { id } = await add('Fewer meetings');
    const { comments } = await story.done<{ comments: Seen[] }>(
      ben,
      `commentOnIdea(id: "${id}", body: "Less is mre") { comments { id } }`,
    );
    const comment = comments[0]?.id ?? '';
    const edit = (version: number, body: string): string =>
      `editIdeaComment(id: "${comment}", version: ${version}, body: "${body}") { version comments { body version editedAt } }`;
    expect(await story.refused(ana, edit(1, 'No'))).toBe('FORBIDDEN');
    expect(await story.refused(ben, edit(1, ' '))).toBe('INVALID_INPUT');
    expect(await story.refused(ben, `editDiscussionReply(id: "${comment}", version: 1, body: "No") { id }`)).toBe(
      'NOT_FOUND',
    );
    expect(await story.done(ben, edit(1, 'Less is more'))).toEqual({
      version: 2,
      comments: [{ body: 'Less is more', version: 2, editedAt: expect.any(String) }],
    });
    expect(await story.refused(ben, edit(1, 'Again'))).toBe('CONFLICT');
    expect(await story.refused(cleo, `removeIdeaComment(id: "${comment}") { id }`)).toBe('FORBIDDEN');
    for (let twice = 0; twice < 2; twice += 1)
      expect(await story.done(ana, `removeIdeaComment(id: "${comment}") { comments { id } }`)).toEqual({
        comments: [],
      });
    expect(await story.refused(ben, edit(2, 'Back'))).toBe('NOT_FOUND');
  });
});

describe('trials that are due', () => {
  test('one that cannot be told of keeps none behind it waiting; of a closed community none is told of', async () => {
    const other = await CommunityStory.tell(app, 'Dock');
    const { ana, house, team, communityId } = other;
    const ideas: string[] = [];
    for (const title of ['First', 'Second']) {
      const input = `communityId: "${communityId}", title: "${title}", words: "Why not"`;
      const { id } = await other.done<Seen>(ana, `addIdea(${input}) { id }`);
      await other.done(
        ana,
        `tryIdea(id: "${id}", version: 1, teamId: "Team_${team.id}", until: "${inDays(0)}") { id }`,
      );
      ideas.push(id.slice(id.indexOf('_') + 1));
    }
    const events = app.app.get(EventLog);
    const append = jest.spyOn(events, 'append').mockImplementationOnce(() => Promise.reject(new Error('Broken.')));
    const jobs = app.app.get(TrialJobs);
    await expect(jobs.remind(house.id, new Date())).rejects.toThrow('Broken.');
    append.mockRestore();
    const told = (): Promise<{ id: string }[]> =>
      house.query<{ id: string }>('select id from ideas where organization_id = $1 and trial_told is not null', [
        house.id,
      ]);
    expect((await told()).map(({ id }) => id)).toEqual([ideas[1]]);
    const close = (at: string | null): Promise<unknown> =>
      house.query(
        `update communities set closed_at = $2, close_reason = case when $2::timestamptz is null then null else 'Over' end
          where organization_id = $1 returning 1`,
        [house.id, at],
      );
    await close('2026-01-01');
    expect(await jobs.remind(house.id, new Date())).toBe(0);
    await close(null);
    expect(await jobs.remind(house.id, new Date())).toBe(1);
  });
});

describe('a discussion', () => {
  test('is started and replied to by members; whoever takes part hears of it', async () => {
    const { ana, ben, cleo } = story;
    const started = `startDiscussion(communityId: "${story.communityId}", title: "Flaky tests", body: "What do you do?") { id version }`;
    expect(await story.refused(cleo, started)).toBe('FORBIDDEN');
    const { id } = await story.done<Seen>(ben, started);
    const seen = await story.done<{ replyCount: number; replies: { id: string; viewerCan: string[] }[] }>(
      ana,
      `replyToDiscussion(id: "${id}", body: "Delete them, [@Ben](person:Person_${ben.id})") { replyCount replies { id viewerCan } }`,
    );
    expect(seen).toMatchObject({
      replyCount: 1,
      replies: [{ viewerCan: ['discussion:edit-reply', 'discussion:remove-reply'] }],
    });
    const replyId = seen.replies[0]?.id ?? '';
    expect(await story.refused(ben, `editDiscussionReply(id: "${replyId}", version: 1, body: "No") { id }`)).toBe(
      'FORBIDDEN',
    );
    expect(
      await story.done(
        ana,
        `editDiscussionReply(id: "${replyId}", version: 1, body: "Mend them") { replies { body version } }`,
      ),
    ).toEqual({
      replies: [{ body: 'Mend them', version: 2 }],
    });
    await settleReactions(app, story.house.id);
    expect(await story.seen(ben, 'inbox { edges { node { reason event discussion { id } } } }')).toMatchObject({
      inbox: {
        edges: expect.arrayContaining([
          { node: { reason: 'MENTIONED', event: 'discussion.replied', discussion: { id } } },
        ]),
      },
    });
    await story.done(ben, `closeDiscussion(id: "${id}", closed: true) { closed }`);
    expect(await story.refused(ana, `replyToDiscussion(id: "${id}", body: "One more") { id }`)).toBe(
      'DISCUSSION_CLOSED',
    );
    await story.done(ben, `closeDiscussion(id: "${id}", closed: false) { closed }`);
    expect(await story.done(ana, `removeDiscussionReply(id: "${replyId}") { replyCount replies { id } }`)).toEqual({
      replyCount: 0,
      replies: [],
    });
    expect(
      await story.seen(
        cleo,
        `community(id: "${story.communityId}") { topicsOfDiscussion { totalCount edges { node { title } } } }`,
      ),
    ).toEqual({ community: { topicsOfDiscussion: { totalCount: 1, edges: [{ node: { title: 'Flaky tests' } }] } } });
  });
});

test('all of it is found from one field', async () => {
  await add('Quiet builds');
  const kinds = async (text: string): Promise<string[]> => {
    const { search } = await story.seen<{ search: { kind: string }[] }>(
      story.cleo,
      `search(text: "${text}") { kind title }`,
    );
    return search.map(({ kind }) => kind);
  };
  expect(await kinds('Harbour testers')).toContain('COMMUNITY');
  expect(await kinds('Flaky tests')).toContain('DISCUSSION');
  expect(await kinds('Quiet builds')).toContain('IDEA');
});
