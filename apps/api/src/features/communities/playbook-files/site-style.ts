import { createHash } from 'node:crypto';

/** Of the site. One column on narrow screens, where the pages are folded; beside the text on wide ones. */
export const SITE_STYLE = `
:root {
  color-scheme: light dark;
  --ground: #fff; --raised: #f6f7f9; --ink: #1c2128; --quiet: #57606a; --rule: #d5dae0; --link: #0b57c2; --here: #e4ecfb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171c; --raised: #1b1f26; --ink: #e3e6ea; --quiet: #9aa4b0; --rule: #353c46; --link: #86b4ff; --here: #22324d;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { scroll-padding-block-start: 1rem; -webkit-text-size-adjust: none; text-size-adjust: none; }
body { margin: 0; color: var(--ink); background: var(--ground); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 0.2rem; }
.skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; padding: 0.5rem 1rem; background: var(--ground); }
.skip:focus { inset-block-start: 0.5rem; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1.5rem; padding: 0.75rem 1rem; border-block-end: 1px solid var(--rule); background: var(--raised); }
.top a { color: inherit; font-weight: 600; text-decoration: none; }
.top a:hover { text-decoration: underline; }
.top span, .trail, .pages summary, .said { color: var(--quiet); }
.top span { font-size: 0.875rem; }
.pages { padding: 0.5rem 1rem; border-block-end: 1px solid var(--rule); font-size: 0.9375rem; line-height: 1.4; }
.pages > summary { padding-block: 0.4rem; cursor: pointer; }
.tree, .tree ul { margin: 0; padding: 0; list-style: none; }
.tree ul { padding-inline-start: 0.9rem; }
.tree li { position: relative; padding-inline-start: 1.5rem; }
.tree a { display: block; padding: 0.3rem 0.5rem; border-radius: 0.3rem; color: inherit; text-decoration: none; }
.tree a:hover { background: var(--raised); text-decoration: underline; }
.tree [aria-current] { background: var(--here); font-weight: 600; }
.tree summary { position: absolute; inset: 0 auto auto 0; display: grid; place-items: center; width: 1.5rem; height: 1.9rem; list-style: none; cursor: pointer; }
.tree summary::-webkit-details-marker { display: none; }
.tree summary::before { content: ''; width: 0.4rem; height: 0.4rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(-45deg); }
.tree details[open] > summary::before { transform: translateY(-0.1rem) rotate(45deg); }
.tree summary span { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.text { min-width: 0; max-width: 48rem; padding: 1rem; }
.trail { margin: 0; font-size: 0.875rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-wrap: balance; }
h1 { margin-block: 0.25rem 1rem; font-size: 1.9rem; }
h2 { margin-block: 2rem 0.75rem; font-size: 1.45rem; }
h3 { margin-block: 1.6rem 0.5rem; font-size: 1.2rem; }
h4, h5, h6 { margin-block: 1.4rem 0.5rem; font-size: 1.02rem; }
img { max-width: 100%; height: auto; background: #fff; }
code { font-size: 0.9em; }
pre { overflow: auto; padding: 0.75rem 1rem; border: 1px solid var(--rule); border-radius: 0.4rem; background: var(--raised); line-height: 1.45; }
table { display: block; overflow: auto; border-collapse: collapse; }
td, th { padding: 0.35rem 0.75rem; border: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { background: var(--raised); }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
hr { border: 0; border-block-start: 1px solid var(--rule); }
.turn { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.75rem 2rem; margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); }
.turn a { flex: 0 1 auto; }
.turn [rel='next'] { margin-inline-start: auto; text-align: end; }
.turn small { display: block; color: var(--quiet); }
@media (min-width: 64rem) {
  .site { display: grid; grid-template-columns: 21rem minmax(0, 1fr); }
  .pages { position: sticky; inset-block-start: 0; align-self: start; height: 100vh; overflow: auto; border-block-end: 0; border-inline-end: 1px solid var(--rule); }
  .text { padding: 1.5rem 3rem 4rem; }
  @supports selector(::details-content) {
    .pages > summary { display: none; }
    .pages::details-content { display: block; content-visibility: visible; }
  }
}
@media print {
  .top, .pages, .turn, .skip { display: none; }
  .site { display: block; }
  .text { max-width: none; padding: 0; }
}
`;

/** What the site allows itself: nothing runs, nothing is fetched but pictures beside it, nothing is sent. */
export const SITE_POLICY = policyFor(SITE_STYLE);

/** @param style the only one of the document */
export function policyFor(style: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; img-src 'self' data: file:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
