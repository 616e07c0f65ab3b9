import { describe, expect, it } from '@jest/globals';
import { followLine, quoteOf } from './quoted-line.js';
import { reviewReminder } from './review-reminder.js';
import {
  approvalsMissing,
  approversOf,
  askedAgain,
  changesAskedBy,
  isStale,
  lastVerdicts,
  type ReviewFacts,
} from './review-state.js';

const said = (personId: string, verdict: 'APPROVED' | 'CHANGES_ASKED'): ReviewFacts['verdicts'][number] => ({
  personId,
  verdict,
  words: '',
  at: '2026-01-01T00:00:00Z',
});
const facts = (verdicts: ReviewFacts['verdicts'], changed: Partial<ReviewFacts> = {}): ReviewFacts => ({
  askedRevision: 4,
  revision: 4,
  approvalsNeeded: 2,
  authorIds: ['author'],
  verdicts,
  ...changed,
});

describe('what a review waits for', () => {
  it('counts approvals of people who did not write it', () => {
    const given = facts([said('ana', 'APPROVED'), said('author', 'APPROVED')]);
    expect(approversOf(given)).toEqual(['ana']);
    expect(approvalsMissing(given)).toBe(1);
  });

  it('counts none that were given for what was there before', () => {
    const given = facts([said('ana', 'APPROVED'), said('ben', 'APPROVED')], { revision: 5 });
    expect(approvalsMissing(given)).toBe(2);
    expect(changesAskedBy(facts([said('ana', 'CHANGES_ASKED')], { revision: 5 }))).toEqual([]);
  });

  it('is stale once the draft is another one; whoever wrote in it since is not asked again', () => {
    expect(isStale({ askedRevision: 4, revision: 4 })).toBe(false);
    expect(isStale({ askedRevision: 4, revision: 5 })).toBe(true);
    expect(askedAgain(['ana', 'ben', 'cleo'], ['ben', 'dan'])).toEqual(['ana', 'cleo']);
  });

  it('takes what somebody said last', () => {
    const given = facts([said('ana', 'CHANGES_ASKED'), said('ben', 'APPROVED'), said('ana', 'APPROVED')]);
    expect(lastVerdicts(given.verdicts).map(({ personId }) => personId)).toEqual(['ben', 'ana']);
    expect(changesAskedBy(given)).toEqual([]);
    expect(approvalsMissing(given)).toBe(0);
  });

  it('waits for nobody where none are needed, whoever approves', () => {
    expect(approvalsMissing(facts([], { approvalsNeeded: 0 }))).toBe(0);
  });
});

describe('a comment on a line', () => {
  it('follows its line, the nearest of the same words', () => {
    const quote = quoteOf('a\nb\nc', 2) ?? '';
    expect(followLine('a\nb\nc', { line: 2, quote })).toEqual({ line: 2, isCurrent: true });
    expect(followLine('new\na\nb\nc', { line: 2, quote })).toEqual({ line: 3, isCurrent: true });
    expect(followLine('b\na\nx\ny\nb', { line: 2, quote })).toEqual({ line: 1, isCurrent: true });
    expect(followLine('a\nB\nc', { line: 2, quote })).toEqual({ line: 2, isCurrent: false });
    expect(quoteOf('a', 2)).toBeNull();
  });

  it('does not follow an empty line', () => {
    expect(followLine('a\nb\n\nc', { line: 2, quote: '' })).toEqual({ line: 2, isCurrent: false });
  });
});

describe('the reminder to look at it again', () => {
  it.each([
    ['before the day', '2026-03-30', null, null],
    ['on the day', '2026-03-31', null, '2026-03-31'],
    ['once for a day', '2026-04-15', '2026-03-31', null],
    ['later, when the day itself was missed', '2026-04-15', null, '2026-03-31'],
    ['monthly from then on, in short months on their last day', '2026-04-30', '2026-03-31', '2026-04-30'],
    ['after months of standing still once', '2026-07-02', '2026-04-30', '2026-06-30'],
  ])('%s', (_, today, toldOn, told) => {
    expect(reviewReminder({ dueOn: '2026-03-31', toldOn }, today)).toBe(told);
  });

  it('begins again with another day', () => {
    expect(reviewReminder({ dueOn: '2027-01-01', toldOn: '2026-06-30' }, '2027-01-01')).toBe('2027-01-01');
  });
});
