import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import type { ReviewOfMineFragment } from '../../generated/graphql';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../platform/testing/signed-in';
import { aboutOf, addressOf, goneWords, sentenceOf } from './inbox-words';
import { MY_WORK } from './my-work.operations';
import { notificationsRoutes } from './routes';
import { entry, inboxOf, ROWAN } from './testing/inbox-facts';

test('what happens in communities has words, and leads to where it is dealt with', () => {
  const artifact = { __typename: 'Artifact' as const, id: 'Artifact_1', key: 'A-5', title: 'How we test' };
  const asked = entry(1, { event: 'review.asked', reason: 'REVIEW_ASKED', impediment: null, artifact });
  expect(sentenceOf(asked)).toBe('Rowan Squall asked for a review');
  expect(aboutOf(asked)).toEqual(artifact);
  expect(addressOf(asked, 'A-5')).toBe('/artifacts/A-5/review');
  expect(addressOf({ ...asked, event: 'adoption.nudged', reason: 'ADOPTION_BEHIND' }, 'A-5')).toBe(
    '/artifacts/A-5/versions',
  );
  expect(addressOf({ ...asked, event: 'review.commented', reason: 'MENTIONED' }, 'A-5')).toBe('/artifacts/A-5/review');
  const idea = { __typename: 'Idea' as const, id: 'Idea_1', title: 'Test first' };
  const due = entry(2, { event: 'idea.trial-due', reason: 'TRIAL_DUE', actor: null, impediment: null, idea });
  expect(sentenceOf(due)).toBe('Chapterhouse reminded of a trial that is due');
  expect(aboutOf(due)).toEqual({ key: '', title: 'Test first' });
  expect(addressOf(due, '')).toBe('/ideas/Idea_1');
  const discussion = { __typename: 'Discussion' as const, id: 'Discussion_1', title: 'Flaky tests' };
  const community = { __typename: 'Community' as const, id: 'Community_1', name: 'Testing' };
  const said = entry(3, { event: 'discussion.replied', impediment: null, discussion, community });
  expect(aboutOf(said)).toEqual({ key: '', title: 'Flaky tests' });
  expect(addressOf(said, '')).toBe('/discussions/Discussion_1');
  expect(addressOf({ ...said, discussion: null, event: 'community.facilitator-named' }, '')).toBe(
    '/communities/Community_1',
  );
  expect(aboutOf({ ...said, discussion: null, community: null })).toBeNull();
  expect(goneWords('discussion.replied')).toBe('A discussion that is gone');
});

test('a review that is asked of me waits in my work', async () => {
  const community = { __typename: 'Community' as const, id: 'Community_1', name: 'Testing' };
  const review: ReviewOfMineFragment = {
    __typename: 'Review',
    id: 'Review_1',
    askedAt: '2026-03-02T08:00:00Z',
    approvalsMissing: 2,
    viewerCan: ['review:give-verdict'],
    askedBy: ROWAN,
    artifact: {
      __typename: 'Artifact',
      id: 'Artifact_1',
      key: 'A-5',
      title: 'How we test',
      kind: 'PLAYBOOK',
      community,
    },
  };
  const none = { __typename: 'DecisionConnection' as const, totalCount: 0, edges: [] };
  const work = always(MY_WORK)(() => ({
    myImpediments: { __typename: 'MyImpediments', owned: [], toConfirm: [], toTriage: [] },
    asked: { __typename: 'EscalationBriefConnection', edges: [] },
    proposals: none,
    revisits: { __typename: 'DecisionHitConnection', edges: [] },
    dependencies: { __typename: 'DependencyConnection', totalCount: 0, edges: [] },
    openToVeto: none,
    reviews: [review],
    sentInvitations: [],
    inbox: inboxOf(),
  }));
  renderScreen(signedIn(notificationsRoutes), '/my-work', [lastingSession(viewer()), work.answer]);
  const part = await screen.findByRole('region', { name: 'Reviews asked of you' });
  expect(within(part).getByRole('link', { name: 'A-5 How we test' })).toHaveAttribute('href', '/artifacts/A-5/review');
  expect(part).toHaveTextContent('Playbook of Testing · Rowan Squall asked');
});
