/** Texts that would run something if anybody let them. */
export const SCRIPTS: readonly string[] = [
  '<script>window.__pwned=1</script>',
  '<ScRiPt src=//evil.example/x.js></sCrIpT>',
  '<img src=x onerror="window.__pwned=1">',
  '<img src="x" srcset="https://evil.example/a 1x" onload=window.__pwned=1>',
  '<svg onload="window.__pwned=1"></svg>',
  '<svg><script>window.__pwned=1</script></svg>',
  '<svg><animate onbegin=window.__pwned=1 attributeName=x dur=1s></svg>',
  '<body onload=window.__pwned=1>',
  '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  '<details open ontoggle=window.__pwned=1>x</details>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1>">',
  '"><script>window.__pwned=1</script>',
  "';window.__pwned=1;//",
  '--><script>window.__pwned=1</script>',
  '</title><script>window.__pwned=1</script>',
  '</style><script>window.__pwned=1</script>',
  '{{constructor.constructor("window.__pwned=1")()}}',
  '[click](javascript:window.__pwned=1)',
  '[click](JaVaScRiPt:window.__pwned=1)',
  '[click](java&#10;script:window.__pwned=1)',
  '[click](&#x6A;avascript:window.__pwned=1)',
  '[click](\u0001javascript:window.__pwned=1)',
  '[click](vbscript:msgbox)',
  '[click](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[click](//evil.example/)',
  '[click][ref]\n\n[ref]: javascript:window.__pwned=1',
  '![x](javascript:window.__pwned=1)',
  '![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)',
  '![x](https://evil.example/beacon.png)',
  '![x"onerror="window.__pwned=1](crane.png)',
  '[x](https://example.org "onmouseover=window.__pwned=1")',
  '<javascript:window.__pwned=1>',
  '<a href="javascript:window.__pwned=1" autofocus onfocus=window.__pwned=1>x</a>',
  '<form action=javascript:window.__pwned=1><input type=submit autofocus onfocus=window.__pwned=1>',
  '<style>@import "//evil.example/x.css"</style>',
  '<div style="background:url(javascript:window.__pwned=1)">x</div>',
  '<base href="//evil.example/">',
  '<meta http-equiv=refresh content="0;url=javascript:window.__pwned=1">',
  '<link rel=stylesheet href="//evil.example/x.css">',
  '<object data="javascript:window.__pwned=1"></object>',
  '<embed src="javascript:window.__pwned=1">',
  '<template><script>window.__pwned=1</script></template>',
  '&lt;script&gt;window.__pwned=1&lt;/script&gt;',
  '\u202e<script>window.__pwned=1</script>',
  '`<script>`<script>window.__pwned=1</script>',
  '<!--><script>window.__pwned=1</script>-->',
  '<br onclick=window.__pwned=1>',
];

/** Where a text of somebody may stand in markdown. */
const PLACES: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `# ${text}\n\nwords\n`,
  (text) => `words ${text} more\n`,
  (text) => `> ${text}\n`,
  (text) => `- [ ] ${text}\n  - ${text}\n`,
  (text) => `| a |\n|---|\n| ${text.replaceAll('\n', ' ')} |\n`,
  (text) => `**${text}** _${text}_ [${text}](#x) ![${text}](crane.png)\n`,
  (text) => `x[^1]\n\n[^1]: ${text}\n`,
  (text) => `\`\`\`html ${text.split('\n')[0] ?? ''}\n${text}\n\`\`\`\n`,
  (text) => `---\ntitle: ${JSON.stringify(text)}\nreview: ${JSON.stringify(text)}\n---\n\n${text}\n`,
];

/** A folder of pages, one for each text and place. */
export function scriptFolder(): Record<string, string> {
  const pages = SCRIPTS.flatMap((text, one) =>
    PLACES.map((place, other): [string, string] => [`${one}/${other}.md`, place(text)]),
  );
  return Object.fromEntries(pages);
}
