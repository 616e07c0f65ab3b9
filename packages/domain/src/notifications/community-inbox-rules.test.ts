import { expect, it } from '@jest/globals';
import { COMMUNITY_EVENTS, toldOfCommunity } from './community-inbox-rules.js';

const happened = (name: string, rest: object = {}) => ({ name, actorId: 'ana', told: [], mentions: [], ...rest });

it('tells whom an event names why they hear of it', () => {
  expect(toldOfCommunity(happened('review.asked', { told: ['ben', 'cleo'] }))).toEqual([
    { personId: 'ben', reason: 'REVIEW_ASKED' },
    { personId: 'cleo', reason: 'REVIEW_ASKED' },
  ]);
});

it('tells nobody what they did themselves', () => {
  expect(toldOfCommunity(happened('discussion.replied', { told: ['ana'], mentions: ['ana'] }))).toEqual([]);
});

it('tells once, for the strongest reason', () => {
  const event = happened('discussion.replied', { told: ['ben'], mentions: ['ben'] });
  expect(toldOfCommunity(event)).toEqual([{ personId: 'ben', reason: 'MENTIONED' }]);
});

it('tells nobody where an event names nobody, or is none of a community', () => {
  expect(toldOfCommunity(happened('idea.voted', { told: ['ben'] }))).toEqual([]);
  expect(toldOfCommunity(happened('toString', { told: ['ben'] }))).toEqual([]);
  expect(COMMUNITY_EVENTS).not.toContain('toString');
});
