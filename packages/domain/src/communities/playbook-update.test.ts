import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type EarlierPage, type IncomingPage, playbookUpdate, type PresentPage } from './playbook-update.js';

const was: EarlierPage = { id: '1', path: 'a', file: 'a.md', title: 'A', body: 'one' };
const there = (body: string): IncomingPage => ({ path: 'a', file: 'a.md', title: 'A', body });
const here = (body: string): PresentPage => ({ id: '1', path: 'a', title: 'A', body });

describe('A newer folder', () => {
  it.each([
    ['is new', [there('one')], [], [], { effect: 'create' }],
    ['says the same', [there('one')], [was], [here('one')], { effect: 'unchanged' }],
    ['says more', [there('two')], [was], [here('one')], { effect: 'update', id: '1' }],
    ['says what was written here', [there('two')], [was], [here('two')], { effect: 'unchanged' }],
    [
      'says the same, and here it was changed',
      [there('one')],
      [was],
      [here('two')],
      { effect: 'keep', why: 'CHANGED_HERE' },
    ],
    [
      'says more, and here it was changed',
      [there('two')],
      [was],
      [here('three')],
      { effect: 'keep', why: 'BOTH_CHANGED' },
    ],
    ['says more of what was removed here', [there('two')], [was], [], { effect: 'keep', why: 'GONE_HERE', id: null }],
    ['has it no more', [], [was], [here('one')], { effect: 'end', id: '1' }],
    ['has it no more, and here it was changed', [], [was], [here('two')], { effect: 'keep', why: 'GONE_THERE' }],
  ] as const)('%s', (_, incoming, earlier, present, fate) => {
    expect(playbookUpdate(incoming, earlier, present)).toMatchObject([fate]);
  });

  it('knows nothing of pages that were made here, and of those gone on both sides', () => {
    expect(playbookUpdate([], [was], [])).toEqual([]);
    expect(playbookUpdate([], [], [here('own')])).toEqual([]);
  });

  it('never overwrites or removes what was changed here', () => {
    const words = fc.constantFrom('one', 'two', 'three');
    const body = fc.option(words, { nil: null });
    fc.assert(
      fc.property(body, words, body, (incoming, before, now) => {
        const [fate] = playbookUpdate(
          incoming === null ? [] : [there(incoming)],
          [{ ...was, body: before }],
          now === null ? [] : [here(now)],
        );
        if (now !== before) expect(['keep', 'unchanged', undefined]).toContain(fate?.effect);
      }),
    );
  });
});
