import { describe, expect, it } from '@jest/globals';
import { EXCERPT_LENGTH, inboxExcerpt, plainExcerpt } from './inbox-excerpt.js';

describe('an excerpt', () => {
  it.each([
    ['Asked again.', 'Asked again.'],
    ['[@Ana Roth](person:Person_1) can you **look**?', '@Ana Roth can you look?'],
    ['# Log\n\n- one\n- two\n> said\n1. first', 'Log one two said first'],
    ['![shot](/files/1) see `ping` and [docs](https://example.org)', 'shot see ping and docs'],
    ['```sh\nnpm start\n```', 'npm start'],
    ['2 * 3 * 4 and snake_case stay', '2 * 3 * 4 and snake_case stay'],
    ['| Crane | Hours |\n| --- | :-: |\n| West | 4 |\n| East \\| old | |', 'Crane, Hours; West, 4; East | old'],
    ['Before\n\n---\n\n*after* and _this_, not 2*3*4', 'Before after and this, not 2*3*4'],
    ['- [ ] call\n- [x] mail', 'call mail'],
    ['a \\*star\\* and \\[brackets\\]', 'a *star* and [brackets]'],
    ['', ''],
  ])('of %j is plain', (markdown, plain) => expect(plainExcerpt(markdown)).toBe(plain));

  it('ends with an ellipsis where it is cut, by characters and not by halves of them', () => {
    const cut = plainExcerpt('🚢'.repeat(300));
    expect(Array.from(cut)).toHaveLength(EXCERPT_LENGTH);
    expect(cut.endsWith('🚢…')).toBe(true);
    expect(plainExcerpt('x'.repeat(200))).toBe('x'.repeat(200));
  });

  it('says the note, else the resolution, else the next step', () => {
    const changes = [
      { field: 'nextStep', from: null, to: 'Call them' },
      { field: 'resolution', from: null, to: 'They opened the port' },
    ];
    expect(inboxExcerpt({ note: 'Because', changes })).toBe('Because');
    expect(inboxExcerpt({ changes })).toBe('They opened the port');
    expect(inboxExcerpt({ changes: changes.slice(0, 1) })).toBe('Call them');
    expect(inboxExcerpt({ note: '', changes: [{ field: 'dueOn', from: null, to: null }] })).toBe('');
    expect(inboxExcerpt({})).toBe('');
  });

  it('of an answer says whether it is consent, an objection or advice', () => {
    const answered = [{ field: 'answer', from: 'the team Payments', to: 'Objected' }];
    expect(inboxExcerpt({ note: 'Not at **two**.', changes: answered })).toBe('Objected: Not at two.');
    expect(inboxExcerpt({ note: '', changes: answered })).toBe('Objected');
    // Not of what leadership answered a brief with.
    const brief = [{ field: 'answer', from: null, to: 'Helped' }];
    expect(inboxExcerpt({ note: 'We pay.', changes: brief })).toBe('We pay.');
  });
});

describe('a long text', () => {
  it.each([
    ['spaces', `x\n${' '.repeat(200_000)}x`],
    ['brackets', '!['.repeat(100_000)],
    ['words', 'word '.repeat(40_000)],
  ])('is an excerpt of its beginning: %s', (_case, note) => {
    const began = performance.now();
    expect(inboxExcerpt({ note }).length).toBeLessThanOrEqual(200);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
