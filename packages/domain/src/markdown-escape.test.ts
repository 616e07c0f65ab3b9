import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownLine, markdownText } from './markdown-escape.js';

describe('text as a line of markdown', () => {
  it.each([
    ['Keys are lost', 'Keys are lost'],
    ['snake_case & *stars* `code`', String.raw`snake\_case \& \*stars\* \`code\``],
    ['[here](javascript:alert(1))', String.raw`\[here\](javascript:alert(1))`],
    ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)\>`],
    ['![x](y)', String.raw`!\[x\](y)`],
    ['&lt;b&gt;', String.raw`\&lt;b\&gt;`],
    ['back\\slash', String.raw`back\\slash`],
    ['a | b', String.raw`a \| b`],
    ['# 1', String.raw`\# 1`],
    ['- item', String.raw`\- item`],
    ['+1', String.raw`\+1`],
    ['===', String.raw`\===`],
    ['12. March', String.raw`12\. March`],
    ['1) first', String.raw`1\) first`],
    ['In 2026. Then', 'In 2026. Then'],
    ['> quote', String.raw`\> quote`],
    ['~~~', String.raw`\~\~\~`],
    ['see https://example.org/a_b', String.raw`see https\://example.org/a\_b`],
    ['WWW.example.org', String.raw`WWW\.example.org`],
    ['ana@example.org, @ana', String.raw`ana\@example.org, \@ana`],
    ['$x$', String.raw`\$x\$`],
    ['  two\n lines\t', 'two lines'],
    ['a\u202eb\u0007c\u2066d', 'abcd'],
    ['', ''],
  ])('%j', (text, line) => expect(markdownLine(text)).toBe(line));

  it('is one line, and without its backslashes it is the text', () => {
    const special = fc.constantFrom(...'\\`*_[]()<>|~&$@#+-=.! \n\t0123456789:/abcHTTPwww'.split(''), 'https:', 'www.');
    fc.assert(
      fc.property(fc.array(special, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const line = markdownLine(text);
        expect(line).not.toMatch(/[\n\t]/u);
        expect(line.replaceAll(/\\(?<mark>[\p{P}\p{S}])/gu, '$<mark>')).toBe(text.replaceAll(/\s+/gu, ' ').trim());
        // Whatever could begin markup has a backslash before it that has none itself.
        const bare = line.replaceAll(/\\[\p{P}\p{S}]/gu, '·');
        expect(bare).not.toMatch(/[\\`*_[\]<>|~&$@]|^[#+\-=]|^\d+[.)]|https?:|www\./iu);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('text of several lines', () => {
  it('keeps its lines and paragraphs', () => {
    expect(markdownText(' One\r\ntwo\n\n\n\n# three \n\n')).toBe('One\\\ntwo\n\n\\# three');
  });

  it('has no code by indentation', () => {
    expect(markdownText('a\n\n    b')).toBe('a\n\nb');
  });

  it('is nothing for nothing', () => expect(markdownText(' \n ')).toBe(''));
});
