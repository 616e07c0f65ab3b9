/** What runs where text is taken for a program: tags, handlers, addresses, templates. */
export const PAYLOADS = [
  '<script>window.__pwned=1</script>',
  '<img src=x onerror="window.__pwned=1">',
  '<svg onload="window.__pwned=1"></svg>',
  '<svg><script>window.__pwned=1</script></svg>',
  '<body onload=window.__pwned=1>',
  '<iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>',
  '<details open ontoggle=window.__pwned=1>x</details>',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.__pwned=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.__pwned=1>">',
  '"><script>window.__pwned=1</script>',
  "';window.__pwned=1;//",
  '{{constructor.constructor("window.__pwned=1")()}}',
  '${window.__pwned=1}',
  '[click](javascript:window.__pwned=1)',
  '[click](JaVaScRiPt:window.__pwned=1)',
  '[click](data:text/html,<script>window.__pwned=1</script>)',
  '[click](java\tscript:window.__pwned=1)',
  '![x](javascript:window.__pwned=1)',
  '![x](x" onerror="window.__pwned=1)',
  '[x](https://example.org "onmouseover=window.__pwned=1")',
  '<javascript:window.__pwned=1>',
  '<a href="javascript:window.__pwned=1" autofocus onfocus=window.__pwned=1>x</a>',
  '<input autofocus onfocus=window.__pwned=1>',
  '<style>@import "javascript:window.__pwned=1"</style>',
  '<div style="background:url(javascript:window.__pwned=1)">x</div>',
  '&lt;script&gt;window.__pwned=1&lt;/script&gt;',
  '\u202e<script>window.__pwned=1</script>',
  '<scr\u0000ipt>window.__pwned=1</script>'.replace('\u0000', ''),
  '<template><script>window.__pwned=1</script></template>',
  '<object data="javascript:window.__pwned=1"></object>',
];

/** Watches a page for whatever runs or is stopped from running. */
export async function watchForScripts(page) {
  await page.addInitScript(() => {
    window.__violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.__violations.push(event.violatedDirective));
  });
  const dialogs = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return dialogs;
}

/** Opens the addresses one after the other: nothing runs, nothing had to be stopped, no link leads to a program. */
export async function nothingRuns(page, expect, screens) {
  for (const path of screens) {
    await page.goto(path);
    await expect.visible(page.locator('h1'));
    await page.waitForLoadState('networkidle');
    await nothingRan(page, expect, path);
  }
}

/** @param where the screen that is open, in words */
export async function nothingRan(page, expect, where) {
  // What waits for a hand gets one, where a link survived at all.
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('a[href]')]
      .map((link) => link.getAttribute('href'))
      .filter((href) => /^\s*(javascript|data|vbscript):/iu.test(href)),
  );
  expect.equal(links, [], `${where} has no link that runs`);
  expect.equal(await page.evaluate(() => [window.__pwned, window.__violations]), [undefined, []], where);
}
