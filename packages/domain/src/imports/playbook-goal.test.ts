import { expect, it } from '@jest/globals';
import { type FolderPlaybook, playbookGoal } from './playbook-goal.js';

const TESTERS = { id: 'Community_1', name: 'Testers' };
const BUILDERS = { id: 'Community_2', name: 'Builders' };
const of = ({ id, name }: typeof TESTERS, key: string, isClosed = false): FolderPlaybook => ({
  key,
  communityId: id,
  communityName: name,
  isClosed,
});
const goal = (
  community: string | null,
  communities: (typeof TESTERS)[],
  kept: FolderPlaybook[],
): ReturnType<typeof playbookGoal> => playbookGoal({ community, title: 'Our way' }, communities, kept);

it('keeps folders of one name in two communities apart', () => {
  const kept = [of(TESTERS, 'A-1'), of(BUILDERS, 'A-2')];
  expect(goal('builders', [TESTERS, BUILDERS], kept)).toEqual({ to: 'PLAYBOOK', playbook: kept[1] });
  expect(goal('Community_1', [TESTERS, BUILDERS], kept)).toEqual({ to: 'PLAYBOOK', playbook: kept[0] });
  expect(goal('Builders', [TESTERS, BUILDERS], [of(TESTERS, 'A-1')])).toEqual({ to: 'COMMUNITY', id: 'Community_2' });
  expect(goal('Another', [TESTERS, BUILDERS], kept)).toEqual({ to: 'NEW_COMMUNITY', name: 'Another' });
});

it('guesses no community among several', () => {
  expect(goal(null, [TESTERS, BUILDERS], [])).toEqual({
    to: 'NOWHERE',
    problem: 'Choose the community that keeps this playbook.',
  });
  expect(goal(null, [TESTERS, BUILDERS], [of(TESTERS, 'A-1')])).toEqual({
    to: 'NOWHERE',
    problem: 'Choose the community that keeps this playbook: from a folder of this name came A-1 of Testers.',
  });
});

it('takes the only one, the one of the playbook’s name, or founds one', () => {
  expect(goal(null, [TESTERS], [])).toEqual({ to: 'COMMUNITY', id: 'Community_1' });
  expect(goal(null, [TESTERS], [of(TESTERS, 'A-1')])).toMatchObject({ to: 'PLAYBOOK' });
  const own = { id: 'Community_3', name: 'Our Way' };
  expect(goal(null, [TESTERS, own], [of(TESTERS, 'A-1')])).toEqual({ to: 'COMMUNITY', id: 'Community_3' });
  expect(goal(null, [], [])).toEqual({ to: 'NEW_COMMUNITY', name: 'Our way' });
});

it('finds the playbook of a closed community, unless another is named', () => {
  const kept = [of(BUILDERS, 'A-1', true)];
  expect(goal(null, [TESTERS], kept)).toEqual({ to: 'PLAYBOOK', playbook: kept[0] });
  expect(goal('Builders', [TESTERS], kept)).toEqual({ to: 'PLAYBOOK', playbook: kept[0] });
  expect(goal('Testers', [TESTERS], kept)).toEqual({ to: 'COMMUNITY', id: 'Community_1' });
});
