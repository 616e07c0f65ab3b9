import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../actor.js';
import { type SentBrief, briefState, isBriefOverdue, refuseAnswer, refuseWithoutBrief } from './brief-answer.js';
import { briefPermissions, canOnBrief, viewerCanOnBrief } from './brief-policy.js';

const answered = (kind: 'AGREED' | 'NEED_MORE', replaced = false): SentBrief => ({
  answer: { kind, by: 'Ana Roth', at: '2026-03-03T16:00:00Z' },
  replaced,
});
const WAITING: SentBrief = { answer: null, replaced: false };
const REPLACED: SentBrief = { answer: null, replaced: true };

describe('where a brief is', () => {
  it.each([
    ['WAITING', WAITING, null],
    ['REPLACED', REPLACED, 'BRIEF_REPLACED'],
    ['ANSWERED', answered('AGREED'), 'BRIEF_ANSWERED_ALREADY'],
    ['ANSWERED', answered('AGREED', true), 'BRIEF_ANSWERED_ALREADY'],
    ['RETURNED', answered('NEED_MORE'), 'BRIEF_ANSWERED_ALREADY'],
    ['RETURNED', answered('NEED_MORE', true), 'BRIEF_ANSWERED_ALREADY'],
  ])('%s: %j; answering is refused with %s', (state, brief, code) => {
    expect(briefState(brief)).toBe(state);
    expect(refuseAnswer(brief)?.code ?? null).toBe(code);
  });

  it.each([
    ['on its day', WAITING, '2026-03-03', false],
    ['the day after', WAITING, '2026-03-04', true],
    ['answered', answered('AGREED'), '2026-03-04', false],
    ['replaced', REPLACED, '2026-03-04', false],
  ])('overdue %s', (_what, brief, today, overdue) => {
    expect(isBriefOverdue(brief, '2026-03-03', today)).toBe(overdue);
  });
});

it('the top wants a brief, no other level does', () => {
  expect([1, 2, 3].map((level) => refuseWithoutBrief(level, 'Board')?.code ?? null)).toEqual([
    null,
    null,
    'BRIEF_NEEDED',
  ]);
});

describe('who answers a brief', () => {
  const ana: Actor = { personId: 'ana', organizationId: 'harbour', assignments: [] };

  it('who is asked; everybody may read it', () => {
    expect(viewerCanOnBrief(ana, { recipientIds: ['ben', 'ana'] })).toEqual(['brief:view', 'brief:answer']);
    expect(viewerCanOnBrief(ana, { recipientIds: ['ben'] })).toEqual(['brief:view']);
    expect(canOnBrief(ana, 'brief:answer', { recipientIds: [] })).toMatchObject({ reason: expect.any(String) });
  });

  it('no role answers in the name of somebody else', () => {
    const reaches = briefPermissions().filter(({ action }) => action === 'brief:answer');
    expect(new Set(reaches.map(({ where }) => where))).toEqual(new Set(['own']));
  });
});
