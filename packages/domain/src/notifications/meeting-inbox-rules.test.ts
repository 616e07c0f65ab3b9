import { describe, expect, it } from '@jest/globals';
import { ACTION_EVENT_WORDS } from '../cadences/action-events.js';
import { CADENCE_EVENT_WORDS } from '../cadences/cadence-events.js';
import { MEETING_EVENT_WORDS } from '../cadences/meeting-events.js';
import { tellsInvited, TOLD_MEETING_EVENTS, toldOfMeeting } from './meeting-inbox-rules.js';

const told = (name: string, actorId: string | null = 'actor'): string =>
  toldOfMeeting({
    name,
    actorId,
    asked: ['asked', 'actor'],
    told: ['told', 'actor', 'told'],
    invited: ['invited', 'actor'],
  })
    .map(({ personId, reason }) => `${personId} ${reason}`)
    .join(', ');

describe('what is told of meetings', () => {
  it.each([
    ['action.added', 'asked ACTION_GIVEN'],
    ['action.edited', 'asked ACTION_GIVEN'],
    ['action.completed', ''],
    ['action.reopened', 'asked ACTION_GIVEN'],
    ['action.due', 'told ACTION_DUE'],
    ['action.overdue', 'told ACTION_DUE'],
    ['occurrence.moved', 'invited MEETING_CHANGED, told MEETING_CHANGED'],
    ['occurrence.cancelled', 'invited MEETING_CHANGED, told MEETING_CHANGED'],
    ['cadence.created', ''],
    ['cadence.edited', 'told MEETING_CHANGED'],
    ['cadence.split', 'told MEETING_CHANGED'],
    ['cadence.ended', 'told MEETING_CHANGED'],
    ['occurrence.restored', 'invited MEETING_CHANGED'],
    ['occurrence.skipped', ''],
    ['occurrence.notes-written', ''],
    ['occurrence.facilitation-near', 'told FACILITATES'],
    ['triage-session.ended', 'told TRIAGE_SUMMARY'],
    ['toString', ''],
  ])('%s: %s', (name, expected) => {
    expect(told(name)).toBe(expected);
  });

  it('everybody hears of what nobody did', () => {
    expect(told('action.due', null)).toBe('told ACTION_DUE, actor ACTION_DUE');
  });

  it('knows events that there are, and whose invited are to be known', () => {
    const names = Object.keys({ ...ACTION_EVENT_WORDS, ...CADENCE_EVENT_WORDS, ...MEETING_EVENT_WORDS });
    expect(TOLD_MEETING_EVENTS.filter((name) => !names.includes(name))).toEqual(['triage-session.ended']);
    expect(TOLD_MEETING_EVENTS.filter(tellsInvited)).toEqual([
      'occurrence.moved',
      'occurrence.cancelled',
      'occurrence.restored',
    ]);
  });
});
