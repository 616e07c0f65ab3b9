import { describe, expect, it } from '@jest/globals';
import { pageAddresses } from '@chapterhouse/domain/communities/page-address';
import fc from 'fast-check';
import { readPageMarkdown } from '../playbook-files/page-markdown.js';
import { type RelinkedPage, withMovedLinks } from './moved-links.js';

const page = (before: string, after: string, body = ''): RelinkedPage => ({ id: before, before, after, body });
/** What the first page says afterwards; the others are `guide`, which moves into `old`, and `old`. */
const relinked = async (body: string, at = page('index', 'index', body)): Promise<string> => {
  const others = [page('guide', 'old/guide'), page('guide/setup', 'old/guide/setup'), page('old', 'old')];
  const changed = await withMovedLinks([{ ...at, body }, ...others], 'A-5');
  return changed.find(({ id }) => id === at.id)?.body ?? body;
};

describe('links to pages that move', () => {
  it.each([
    ['[g](A-5/guide)', '[g](A-5/old/guide)'],
    [
      '[g](A-5/guide#keys "Title") and [g](guide.md#a%20b)',
      '[g](A-5/old/guide#keys "Title") and [g](A-5/old/guide#a%20b)',
    ],
    ['[g]: A-5/guide/setup\n\n[x][g]', '[g]: A-5/old/guide/setup\n\n[x][g]'],
    ['[g](<guide/setup.md>)', '[g](<A-5/old/guide/setup>)'],
    ['See A-5/guide/setup, or A-5/guide.', 'See A-5/old/guide/setup, or A-5/old/guide.'],
    ['- **A-5/guide**\n- | A-5/guide', '- **A-5/old/guide**\n- | A-5/old/guide'],
  ])('%s', async (body, wanted) => {
    expect(await relinked(body)).toBe(wanted);
  });

  it.each([
    'A link [old](A-5/old) to what stays',
    '`A-5/guide` and\n\n```\n[g](A-5/guide)\n```',
    '[g](A-6/guide), A-6/guide, A-55/guide, XA-5/guide',
    '![A picture](guide.md)',
    '[g](https://example.org/guide) and [g](/A-5/guide-lines)',
    '[A-5/guide](A-5/old)',
    '[own](#guide)',
  ])('leaves as it is: %s', async (body) => {
    expect(await relinked(body)).toBe(body);
  });

  it('of a page that moves itself lead where they led', async () => {
    const moved = page('team/day-one', 'x/y/day-one');
    expect(await relinked('[up](../old.md), [g](../guide.md)', moved)).toBe('[up](A-5/old), [g](A-5/old/guide)');
    expect(await relinked('[o](A-5/old)', moved)).toBe('[o](A-5/old)');
  });

  it('too long to be kept stay as they were', async () => {
    const body = `[g](A-5/guide) ${'x'.repeat(199_984)}`;
    expect(await relinked(body)).toBe(body);
  });

  it('lead to the same page afterwards, wherever pages go', async () => {
    const name = fc.constantFrom('a', 'b', 'c', 'Kapitel-ä', 'read.me', 'd');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
    const places = fc.uniqueArray(fc.tuple(path, path), {
      minLength: 2,
      maxLength: 7,
      selector: ([before]) => before.toLowerCase(),
    });
    await fc.assert(
      fc.asyncProperty(places, fc.infiniteStream(fc.nat()), async (given, random) => {
        const after = new Set(given.map(([, to]) => to.toLowerCase()));
        fc.pre(after.size === given.length);
        const pick = (): string => given[(random.next().value ?? 0) % given.length]?.[0] ?? '';
        const pages = given.map(([before, to]) =>
          page(before, to, `[one](A-5/${pick()}) [two](/${pick()}.md#x) [three](../${pick()}.md)`),
        );
        const [ledTo, leadsTo] = [
          pageAddresses(
            pages.map((one) => one.before),
            'A-5',
          ),
          pageAddresses(
            pages.map((one) => one.after),
            'A-5',
          ),
        ];
        const changed = new Map((await withMovedLinks(pages, 'A-5')).map(({ id, body }) => [id, body]));
        for (const one of pages) {
          const [was, is] = [one.body, changed.get(one.id) ?? one.body].map(
            (body) => readPageMarkdown(body)?.links ?? [],
          );
          was?.forEach(({ target }, index) => {
            const goal = ledTo(target, one.before);
            if (goal === null) return;
            const now = leadsTo(is?.[index]?.target ?? '', one.after);
            expect(now).toEqual({ path: pages.find(({ before }) => before === goal.path)?.after, anchor: goal.anchor });
          });
        }
      }),
      { numRuns: 40 },
    );
  });
});
