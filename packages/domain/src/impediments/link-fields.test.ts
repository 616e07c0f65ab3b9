import { expect, it } from '@jest/globals';
import { webLinkProblems } from './link-fields.js';

const fieldsOf = (url: string, title = 'Page'): string[] => webLinkProblems({ url, title }).map(({ field }) => field);

it.each([
  'https://example.org',
  'http://localhost:8080/a?b=c#d',
  'HTTPS://example.org/ä',
  'https://example.org/a@b?c=d@e',
])('%s is an address of a page', (url) => expect(fieldsOf(url)).toEqual([]));

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '//example.org',
  'example.org',
  'https:example.org',
  'https://',
  'https:///path',
  'https://ana:secret@example.org',
  'https://ana@example.org/',
  'https://example.org\\@evil.example',
  'https://example.org/a b',
  'https://example.org/\u0000',
  'https://example.org/"onclick=',
  `https://example.org/${'x'.repeat(2_000)}`,
])('%s is none', (url) => expect(fieldsOf(url)).toEqual(['url']));

it('a title is needed, on one line and not too long', () => {
  for (const title of ['', ' ', 'a\nb', 'x'.repeat(201)])
    expect(fieldsOf('https://example.org', title)).toEqual(['title']);
});
