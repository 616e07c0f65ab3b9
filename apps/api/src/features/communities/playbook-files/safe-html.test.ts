import { describe, expect, it } from '@jest/globals';
import { safeHtml } from './safe-html.js';

const html = (markdown: string): string =>
  safeHtml(markdown, {
    link: (target) => (target.startsWith('A-1/') ? `${target.slice(4)}.html` : target),
    picture: (target) => (target.startsWith('/files/images/') ? 'pictures/1.png' : null),
    deeperBy: 1,
    anchorPrefix: '',
  });

const RUNNABLE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<details open ontoggle=alert(1)>',
  '<style>@import url(//evil.example/x.css)</style>',
  '<base href=//evil.example/>',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<form action=javascript:alert(1)><input type=submit autofocus onfocus=alert(1)>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](//evil.example/)',
  '[x](\\\\evil.example)',
  '[x][y]\n\n[y]: javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '![x"onerror="alert(1)](/files/images/1)',
  '![x](https://evil.example/beacon.png)',
  '![x][y]\n\n[y]: https://evil.example/beacon.png',
  '<javascript:alert(1)>',
  '[x](blob:https://a.example/1)',
  '[x](file:///etc/passwd)',
  '```"><script>alert(1)</script>\nx\n```',
  '# <script>alert(1)</script> "onload=alert(1)',
  '| a |\n|---|\n| <img src=x onerror=alert(1)> |',
  '- [ ] <script>alert(1)</script>',
  'x[^1]\n\n[^1]: <script>alert(1)</script> [y](javascript:alert(1))',
  '<!--><script>alert(1)</script>-->',
  '<br onclick=alert(1)>',
  '`<script>`<script>alert(1)</script>',
];

/** Every tag and field that may be in what is made; everything else is text. */
const ALLOWED =
  /<\/?(?:h[1-6]|p|blockquote|ul|ol|li|pre|code|em|strong|del|br|hr|table|thead|tbody|tr|sup|section)(?: id="[^"<]*")?(?: start="\d+")?>|<\/a>|<a (?:id="[^"<]*" )?href="(?:https?:\/\/[^"<]*|mailto:[^"<]*|#[^"<]*|(?![a-z][a-z0-9+.-]*:|\/\/)[^"<]*)"(?: id="[^"<]*")?>|<img src="pictures\/1\.png" alt="[^"<]*">|<\/?t[hd](?: align="(?:left|right|center)")?>|<input type="checkbox"(?: checked)? disabled>/giu;

describe('Markdown of anybody as HTML', () => {
  it.each(RUNNABLE)('%s runs nothing', (payload) => {
    for (const text of [payload, `# A\n\nx ${payload} y\n\n> ${payload}\n\n- ${payload}`]) {
      const made = html(text);
      expect(made.replaceAll(ALLOWED, '')).not.toContain('<');
      expect(made).not.toMatch(/<img[^>]*evil/u);
      for (const [, address = ''] of made.matchAll(/href="([^"]*)"/gu))
        expect(address).toMatch(/^(?:https?:\/\/|mailto:|#|[^:/\\][^:\\]*$|$)/u);
    }
  });

  it('is what people see elsewhere: tables, tasks, code, breaks, links and pictures', () => {
    const text =
      '# One\n\n## Two & *more*\n\n- [x] done\n- [ ] open\n\n| a | b |\n|:--|--:|\n| 1<br>2 | `x<y` |\n\n```js\na < b\n```\n\n' +
      '[page](A-1/a/b#c) [web](https://x.example/?a=1&b=2) [here](#one) ![crane](/files/images/Image_1)\n';
    const made = html(text);
    expect(made).toContain('<h2 id="one">One</h2>');
    expect(made).toContain('<h3 id="two--more">Two &#x26; <em>more</em></h3>');
    expect(made).toContain('<input type="checkbox" checked disabled> done');
    expect(made).toContain('<td align="left">1<br>\n2</td>\n<td align="right"><code>x&#x3C;y</code></td>');
    expect(made).toContain('<a href="https://x.example/?a=1&#x26;b=2">web</a> <a href="#one">here</a>');
    expect(made).toContain('<img src="pictures/1.png" alt="crane">');
    expect(made).not.toContain('class');
  });

  it('is plain text where it has more marks than can be read', () => {
    const before = performance.now();
    for (const mark of ['**a_', '[', '> ', '- ', '`a``', '<a ', '<!--', '1) ', '[^a]', '[a]: b\n'])
      expect(html(mark.repeat(60_000)).length).toBeGreaterThan(1000);
    expect(performance.now() - before).toBeLessThan(200_000);
  });
});
