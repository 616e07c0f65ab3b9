import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import type { Role } from '../organization/role.js';
import {
  type ArtifactUseAction,
  type ArtifactUseFacts,
  canUseArtifact,
  viewerCanOnAdoption,
  viewerCanOnRun,
  viewerCanUseArtifact,
} from './artifact-use-policy.js';

const actor = (role: Role | null, teamId: string | null = 'team'): Actor => ({
  personId: 'ana',
  organizationId: 'house',
  assignments:
    role === null
      ? []
      : [{ role, kind: 'PRIMARY', productId: null, areaId: null, teamId, startsOn: null, endsBefore: null }],
});
const NOBODY = { isMember: false, isFacilitator: false, isFacilitated: true };
const MEMBER = { ...NOBODY, isMember: true };
const FACILITATOR = { ...MEMBER, isFacilitator: true };

describe('who may', () => {
  it.each<[ArtifactUseAction, Actor, ArtifactUseFacts, boolean]>([
    ['adoption:adopt', actor('SCRUM_MASTER'), { teamId: 'team' }, true],
    ['adoption:adopt', actor('PRODUCT_OWNER'), { teamId: 'team' }, true],
    ['adoption:adopt', actor('DEVELOPER'), { teamId: 'team' }, true],
    ['adoption:adopt', actor('DEVELOPER', 'other'), { teamId: 'team' }, false],
    ['adoption:adopt', actor('AGILE_COACH', null), { teamId: 'team' }, false],
    ['adoption:adopt', actor('ADMINISTRATOR', null), { teamId: 'team' }, false],
    ['adoption:edit', actor('DEVELOPER', 'other'), { teamId: 'team' }, false],
    ['adoption:end', actor(null), { teamId: 'team' }, false],
    ['adoption:nudge', actor(null), { standing: FACILITATOR }, true],
    ['adoption:nudge', actor('SCRUM_MASTER'), { standing: MEMBER }, false],
    ['adoption:nudge', actor('ADMINISTRATOR', null), { standing: NOBODY }, true],
    ['adoption:nudge', actor('ADMINISTRATOR', null), {}, false],
    ['checklist-run:start', actor(null), { teamId: null }, true],
    ['checklist-run:start', actor('DEVELOPER'), { teamId: 'team' }, true],
    ['checklist-run:start', actor('DEVELOPER', 'other'), { teamId: 'team' }, false],
    ['checklist-run:tick', actor(null), { teamId: null, isOwn: true }, true],
    ['checklist-run:tick', actor('DEVELOPER'), { teamId: null, isOwn: false }, false],
    ['checklist-run:tick', actor('DEVELOPER'), { teamId: 'team', isOwn: false }, true],
    ['walk:start', actor(null), {}, true],
    ['walk:step', actor('ADMINISTRATOR', null), { isOwn: false }, false],
    ['walk:step', actor(null), { isOwn: true }, true],
    ['walk:count', actor('DEVELOPER'), { standing: NOBODY }, false],
    ['walk:count', actor(null), { standing: MEMBER }, true],
  ])('%s %#', (action, who, facts, allowed) => {
    expect(canUseArtifact(who, action, facts).allowed).toBe(allowed);
  });
});

describe('what the screens offer', () => {
  const of = {
    kind: 'DECISION_TREE',
    templateFor: null,
    isPublished: true,
    isArchived: false,
    standing: FACILITATOR,
  } as const;

  it('fits the kind, and what is published', () => {
    const who = actor('DEVELOPER');
    expect(viewerCanUseArtifact(who, of)).toEqual(['walk:start', 'walk:count', 'adoption:adopt', 'adoption:nudge']);
    expect(viewerCanUseArtifact(who, { ...of, kind: 'TEMPLATE', standing: NOBODY })).toEqual([
      'template:use',
      'adoption:adopt',
    ]);
    const runTemplate = { ...of, kind: 'TEMPLATE', templateFor: 'CHECKLIST_RUN', standing: NOBODY } as const;
    expect(viewerCanUseArtifact(actor(null), runTemplate)).toEqual(['template:use', 'checklist-run:start']);
    expect(viewerCanUseArtifact(actor(null), { ...of, kind: 'CHECKLIST', standing: NOBODY })).toEqual([
      'checklist-run:start',
    ]);
    expect(viewerCanUseArtifact(who, { ...of, isPublished: false })).toEqual([]);
    expect(viewerCanUseArtifact(who, { ...of, isArchived: true })).toEqual(['walk:count']);
  });

  it('is only a look at what ended', () => {
    expect(viewerCanOnRun(actor('DEVELOPER'), { teamId: 'team' }, true)).toEqual(['checklist-run:view']);
    expect(viewerCanOnRun(actor('DEVELOPER'), { teamId: 'team' }, false)).toHaveLength(3);
    expect(viewerCanOnAdoption(actor('DEVELOPER'), { teamId: 'team' }, true)).toEqual([]);
    expect(viewerCanOnAdoption(actor('DEVELOPER'), { teamId: 'team' }, false)).toEqual([
      'adoption:edit',
      'adoption:end',
    ]);
  });
});
