import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import {
  ARTIFACT_ACTIONS,
  type ArtifactAction,
  type ArtifactFacts,
  type ArtifactPresence,
  artifactPermissions,
  canOnArtifact,
  viewerCanOnArtifact,
} from './artifact-policy.js';

const actor = (role: Role | null = null): Actor => ({
  personId: 'ana',
  organizationId: 'house',
  assignments:
    role === null
      ? []
      : [{ role, kind: 'PRIMARY', productId: null, areaId: null, teamId: null, startsOn: null, endsBefore: null }],
});
const READER: ArtifactFacts = { isMember: false, isFacilitator: false, isFacilitated: true };
const MEMBER: ArtifactFacts = { ...READER, isMember: true };
const FACILITATOR: ArtifactFacts = { ...MEMBER, isFacilitator: true };

describe('who may', () => {
  it.each<[ArtifactAction, ArtifactFacts, boolean]>([
    ['artifact:view', READER, true],
    ['artifact:watch', READER, true],
    ['proposal:make', READER, true],
    ['artifact:create', READER, false],
    ['artifact:create', MEMBER, true],
    ['artifact:edit', MEMBER, true],
    ['artifact:set-approvals', MEMBER, false],
    ['artifact:set-approvals', FACILITATOR, true],
    ['artifact:archive', MEMBER, false],
    ['artifact:archive', FACILITATOR, true],
    ['draft:write', { ...READER, isReviewer: true }, false],
    ['draft:write', MEMBER, true],
    ['draft:discard', { ...MEMBER, isAuthor: true, isOnlyAuthor: false }, false],
    ['draft:discard', { ...MEMBER, isAuthor: true, isOnlyAuthor: true }, true],
    // Whoever left the community does not throw away what stays there.
    ['draft:discard', { ...READER, isAuthor: true, isOnlyAuthor: true }, false],
    ['draft:discard', FACILITATOR, true],
    ['review:withdraw', { ...READER, isOwn: true }, true],
    ['review:withdraw', MEMBER, false],
    ['review:give-verdict', { ...READER, isReviewer: true }, true],
    ['review:give-verdict', { ...MEMBER, isReviewer: true, isAuthor: true }, false],
    ['review:give-verdict', FACILITATOR, false],
    ['review:comment', READER, false],
    ['review:comment', { ...READER, isReviewer: true }, true],
    ['review:resolve', { ...READER, isReviewer: true }, false],
    ['review:resolve', { ...READER, isOwn: true }, true],
    ['review:edit-comment', FACILITATOR, false],
    ['review:edit-comment', { ...READER, isOwn: true, isAnswered: true }, true],
    ['review:remove-comment', FACILITATOR, false],
    ['review:remove-comment', { ...READER, isOwn: true }, true],
    ['review:remove-comment', { ...READER, isOwn: true, isAnswered: true }, false],
    ['version:publish', MEMBER, false],
    ['version:publish', { ...MEMBER, isAuthor: true }, true],
    ['version:publish', { ...READER, isAuthor: true }, false],
    ['version:publish', FACILITATOR, true],
    ['proposal:answer', { ...READER, isOwn: true }, false],
    ['proposal:answer', MEMBER, true],
    ['proposal:withdraw', FACILITATOR, false],
    ['proposal:withdraw', { ...READER, isOwn: true }, true],
  ])('%s %#', (action, facts, allowed) => {
    const verdict = canOnArtifact(actor(), action, facts);
    expect(verdict.allowed).toBe(allowed);
    if (!verdict.allowed) expect(verdict.reason).not.toBe('');
  });

  it('an Administrator stands in for a facilitator, but never for who was asked, said or proposed something', () => {
    const refused = ARTIFACT_ACTIONS.filter((action) => !canOnArtifact(actor('ADMINISTRATOR'), action, READER).allowed);
    expect(refused).toEqual([
      'review:give-verdict',
      'review:edit-comment',
      'review:remove-comment',
      'proposal:withdraw',
    ]);
  });

  it('is in the catalogue for every action', () => {
    const told = new Set(artifactPermissions().map(({ action }) => action));
    expect([...told].sort()).toEqual([...ARTIFACT_ACTIONS].sort());
  });
});

describe('what is offered', () => {
  const PUBLISHED: ArtifactPresence = {
    isOpen: true,
    isArchived: false,
    isPublished: true,
    hasDraft: false,
    inReview: false,
    isReviewStale: false,
  };
  const offered = (facts: ArtifactFacts, present: Partial<ArtifactPresence>): ArtifactAction[] =>
    viewerCanOnArtifact(actor(), facts, { ...PUBLISHED, ...present });

  it('goes by where the artifact stands', () => {
    expect(offered(READER, {})).toEqual(['artifact:view', 'artifact:watch', 'proposal:make']);
    expect(offered(MEMBER, {})).toContain('draft:begin');
    expect(offered(MEMBER, { hasDraft: true })).toEqual(expect.arrayContaining(['draft:write', 'review:ask']));
    expect(offered(MEMBER, { hasDraft: true })).not.toContain('draft:begin');
    expect(offered(FACILITATOR, { hasDraft: true, isPublished: false })).not.toContain('draft:discard');
    expect(offered({ ...READER, isReviewer: true }, { hasDraft: true, inReview: true })).toEqual(
      expect.arrayContaining(['review:give-verdict', 'review:comment']),
    );
    const stale = offered({ ...MEMBER, isReviewer: true }, { hasDraft: true, inReview: true, isReviewStale: true });
    expect(stale).toEqual(expect.arrayContaining(['review:ask', 'review:comment']));
    expect(stale).not.toContain('review:give-verdict');
    expect(offered(FACILITATOR, { isArchived: true })).toEqual([
      'artifact:view',
      'artifact:watch',
      'artifact:unarchive',
    ]);
    expect(offered(FACILITATOR, { isOpen: false })).toEqual(['artifact:view', 'artifact:watch']);
  });
});
