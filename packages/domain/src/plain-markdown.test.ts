import { describe, expect, it } from '@jest/globals';
import { plainMarkdown } from './plain-markdown.js';

describe('Markdown as plain words', () => {
  it.each([
    ['We **test** _all_ of `it`, ~~not~~ `a_b`.', 'We test all of it, not a_b.'],
    ['[The guide](A-5/first-day) and [it](https://a.example/x_(y)), [that][1]', 'The guide and it, that'],
    ['[![Badge](https://a.example/b.svg)](https://a.example) <https://b.example>', 'Badge https://b.example'],
    ['# Why\n\nWe ask.\n\n## Who', 'Why · We ask. Who'],
    ['- [ ] First\n- [x] Second\n1. Third\n> quoted', 'First Second Third quoted'],
    ['| Team | Days |\n| --- | ---: |\n| Payments | 3 |', 'Team · Days Payments · 3'],
    ['Before\n***\n[1]: https://a.example\n<!-- a\nb -->After<br>', 'Before After'],
    ['```ts\nconst a = **b**;\n```\nEnd', 'const a = **b**; End'],
    [String.raw`5 * 3, \*as it is\*, 2 \[a](b)`, '5 * 3, *as it is*, 2 [a](b)'],
    ['', ''],
  ])('%j says %j', (source, words) => expect(plainMarkdown(source)).toBe(words));

  it.each(['[', '![', '[a](', '*', '_', '<!--', '<a ', '`', '|', '> ', '\\', '# '])(
    'takes one go for a long text of %j',
    (part) => {
      const began = performance.now();
      plainMarkdown(part.repeat(60_000 / part.length));
      expect(performance.now() - began).toBeLessThan(10_000);
    },
  );
});
