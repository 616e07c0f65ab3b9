import { expect, it } from '@jest/globals';
import { settledInCommunity } from './artifact-inbox-rules.js';

const change = (field: string) => ({ changes: [{ field, from: null, to: 'new' }] });

it('a verdict deals with what was asked of whoever gave it; the others still have to look', () => {
  expect(settledInCommunity({ name: 'review.approved' })).toEqual({
    reasons: ['REVIEW_ASKED'],
    about: 'ARTIFACT',
    ofActorOnly: true,
  });
});

it('what is published waits for nobody any more', () => {
  expect(settledInCommunity({ name: 'artifact.published' })).toEqual({
    reasons: ['REVIEW_ASKED', 'REVIEW_DUE'],
    about: 'ARTIFACT',
    ofActorOnly: false,
  });
});

it('an answered proposal leaves other proposals of the artifact open', () => {
  expect(settledInCommunity({ name: 'proposal.declined' })).toMatchObject({ about: 'SUBJECT' });
});

it('only another day deals with a review that is due, only another version with being behind', () => {
  expect(settledInCommunity({ name: 'artifact.edited', ...change('title') })).toBeNull();
  expect(settledInCommunity({ name: 'artifact.edited', ...change('reviewDueOn') })?.reasons).toEqual(['REVIEW_DUE']);
  expect(settledInCommunity({ name: 'adoption.edited', ...change('note') })).toBeNull();
  expect(settledInCommunity({ name: 'adoption.edited', ...change('version') })?.reasons).toEqual(['ADOPTION_BEHIND']);
});

it('what asks for nothing deals with nothing', () => {
  expect(settledInCommunity({ name: 'review.commented' })).toBeNull();
  expect(settledInCommunity({ name: 'constructor' })).toBeNull();
});
