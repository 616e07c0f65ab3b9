import { expect, test } from '@jest/globals';
import { activitySentence, isTold } from './activity-sentence';

const say = (event: string, changes: unknown = [], note: string | null = null) =>
  activitySentence({ event, changes, note });
const change = (field: string, from: string | null, to: string | null) => ({ field, from, to });

test.each([
  ['impediment.raised', [change('title', null, 'X'), change('raisingTeam', null, 'Quay')], 'raised it for Quay'],
  [
    'impediment.triaged',
    [change('state', 'Raised', 'Triaged'), change('owner', null, 'Rowan Squall')],
    'triaged it and set the owner to Rowan Squall',
  ],
  [
    'impediment.triaged',
    [change('owner', 'Ana', 'Rowan'), change('severity', 'Low', 'High')],
    'triaged it, handed it from Ana to Rowan, and changed the severity from Low to High',
  ],
  ['impediment.edited', [change('dueOn', null, '2026-12-03')], 'set the due date to 3 Dec 2026'],
  [
    'impediment.edited',
    [change('title', 'A', 'B'), change('description', 'a', 'b')],
    'renamed it from “A” to “B” and edited the description',
  ],
  ['impediment.started', [change('state', 'Triaged', 'In progress')], 'started on it'],
  ['impediment.level-set', [change('level', 'Team', 'Scrum of Scrums')], 'moved it from Team to Scrum of Scrums'],
  ['impediment.clock-paused', [change('clockEndsAt', '2026-03-03T17:00:00Z', null)], 'paused its clock'],
  ['impediment.clock-resumed', [change('clockEndsAt', null, '2026-03-03T17:00:00Z')], 'let its clock run on'],
  ['impediment.reminded', [], 'reminded of its clock'],
  [
    'impediment.brief-sent',
    [change('level', 'Scrum of Scrums', 'Executive Action Team')],
    'sent its escalation brief and moved it from Scrum of Scrums to Executive Action Team',
  ],
  ['impediment.brief-sent', [], 'sent its escalation brief'],
  [
    'impediment.brief-answered',
    [change('answer', null, 'Agreed with a change')],
    'answered its escalation brief: agreed with a change',
  ],
  ['impediment.team-added', [change('affectedTeams', null, 'Quay')], 'added Quay as affected'],
  ['impediment.team-removed', [change('affectedTeams', 'Quay', null)], 'took Quay off'],
  ['impediment.marked-duplicate', [change('duplicateOf', null, 'IMP-3')], 'marked it as a duplicate of IMP-3'],
  ['impediment.reopened', [], 'reopened it'],
  ['impediment.assigned', [change('owner', 'Ana', 'Rowan')], 'handed it from Ana to Rowan'],
  [
    'impediment.labelled',
    [change('labels', null, 'network'), change('labels', 'old', null)],
    'put the label network on and took the label old off',
  ],
  ['impediment.linked', [change('links', null, 'IMP-3 The crane')], 'linked it to IMP-3 The crane'],
  ['impediment.unlinked', [change('links', 'IMP-3 The crane', null)], 'took the link to IMP-3 The crane away'],
  ['impediment.comment-edited', [], 'edited a comment'],
  ['something.new', [change('unheard', 'a', 'b')], 'changed it'],
  ['impediment.edited', 'not a list', 'edited it'],
])('%s reads as a sentence', (event, changes, words) => {
  expect(say(event, changes).words).toBe(words);
});

test('reasons and what removed it are quoted', () => {
  expect(say('impediment.declined', [], 'Not ours').quote).toBe('Not ours');
  expect(say('impediment.resolved', [change('resolution', null, 'A new key')]).quote).toBe('A new key');
  expect(say('impediment.clock-paused', [], 'Vendor answers on Thursday').quote).toBe('Vendor answers on Thursday');
  expect(say('impediment.reminded', [], 'Its 16 working hours at Team are over.').quote).toBe(
    'Its 16 working hours at Team are over.',
  );
  expect(say('impediment.started').quote).toBeNull();
});

test('a change that was taken back says which', () => {
  expect(say('impediment.undone', [change('state', 'In progress', 'Triaged')], 'Started IMP-4.')).toEqual({
    words: 'took a change back: “Started IMP-4.”',
    quote: null,
  });
});

test('comments, votes and watching are told elsewhere', () => {
  expect(['impediment.commented', 'impediment.voted', 'impediment.triaged'].map((event) => isTold({ event }))).toEqual([
    false,
    false,
    true,
  ]);
});
