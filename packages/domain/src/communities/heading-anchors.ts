/** What GitHub leaves of a heading: letters, marks, digits, connectors, hyphens and spaces. */
const NOT_ON_GITHUB = /[^\p{L}\p{M}\p{N}\p{Pc} -]/gu;

/** The anchors of a page's headings, in their order, as GitHub makes them; ours are the same. */
export function headingAnchors(headings: readonly string[]): string[] {
  const taken = new Map<string, number>();
  return headings.map((heading) => {
    const base = heading.toLowerCase().trim().replaceAll(NOT_ON_GITHUB, '').replaceAll(' ', '-');
    let anchor = base;
    let count = taken.get(base);
    while (count !== undefined && taken.has(anchor)) {
      count += 1;
      anchor = `${base}-${count}`;
    }
    if (count !== undefined) taken.set(base, count);
    taken.set(anchor, 0);
    return anchor;
  });
}

/** As MkDocs makes them (Python-Markdown, `toc`): ASCII alone, `_1` behind the second of a name. */
export function mkdocsAnchors(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  /** By base, what was tried last: nothing below it is free. */
  const tried = new Map<string, number>();
  return headings.map((heading) => {
    const ascii = heading.normalize('NFKD').replaceAll(/[^ -~]/gu, '');
    const base = ascii
      .replaceAll(/[^\w\s-]/gu, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[-\s]+/gu, '-');
    let anchor = base;
    let count = tried.get(base) ?? 0;
    while (taken.has(anchor) || anchor === '') {
      count += 1;
      anchor = `${base}_${count}`;
    }
    tried.set(base, count);
    taken.add(anchor);
    return anchor;
  });
}

/**
 * Where a fragment leads: our anchor of the heading that it means; null when there is none.
 * @param named anchors that the page sets by itself (`<a name>`, `{#id}`)
 */
export function anchorIn(fragment: string, headings: readonly string[], named: readonly string[] = []): string | null {
  if (named.includes(fragment)) return fragment;
  return goalsOf(headings).get(fragment.toLowerCase()) ?? null;
}

/** Of each list of headings once: a page leads to its own headings from many places. */
const GOALS = new WeakMap<readonly string[], ReadonlyMap<string, string>>();

/** Our anchor by what may be written for it: ours, and what MkDocs would make where that is none of ours. */
function goalsOf(headings: readonly string[]): ReadonlyMap<string, string> {
  const known = GOALS.get(headings);
  if (known) return known;
  const ours = headingAnchors(headings);
  const goals = new Map(ours.map((anchor) => [anchor, anchor]));
  for (const [place, anchor] of mkdocsAnchors(headings).entries())
    if (!goals.has(anchor)) goals.set(anchor, ours[place] ?? anchor);
  GOALS.set(headings, goals);
  return goals;
}
