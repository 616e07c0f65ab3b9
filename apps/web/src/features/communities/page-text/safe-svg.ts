/** What a drawing is made of; nothing here runs, loads or leads anywhere. */
const ELEMENTS = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan textpath defs marker style title desc ' +
    'lineargradient radialgradient stop clippath mask pattern symbol use switch filter fedropshadow fegaussianblur ' +
    'feoffset feblend feflood fecomposite femerge femergenode'
  ).split(' '),
);
const OWN = /url\(\s*(?!['"]?#)[^)]*\)?/gi;
const IMPORT = /@import[^;]*;?/gi;

/** The picture of an SVG text, with only shapes and words of its own in it; null when it is none. */
export function safeSvg(text: string): SVGSVGElement | null {
  const root = rootOf(text);
  if (root === null) return null;
  clean(root);
  return document.importNode(root, true);
}

/** As XML, else as browsers read it in a page: some drawings have names that no prefix is declared for. */
function rootOf(text: string): SVGSVGElement | null {
  const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  if (root instanceof SVGSVGElement) return root;
  const lenient = new DOMParser().parseFromString(text, 'text/html').body.firstElementChild;
  return lenient instanceof SVGSVGElement ? lenient : null;
}

function clean(element: Element): void {
  for (const { name, value } of Array.from(element.attributes))
    if (!isHarmless(name, value)) element.removeAttribute(name);
  if (element.localName.toLowerCase() === 'style') {
    element.textContent = (element.textContent ?? '').replaceAll(IMPORT, '').replaceAll(OWN, 'none');
  }
  for (const child of Array.from(element.children)) {
    const known = child.namespaceURI === 'http://www.w3.org/2000/svg' && ELEMENTS.has(child.localName.toLowerCase());
    if (known) clean(child);
    else child.remove();
  }
}

function isHarmless(name: string, value: string): boolean {
  const plain = name.toLowerCase();
  if (plain.startsWith('on')) return false;
  if (plain === 'href' || plain.endsWith(':href') || plain === 'src') return value.startsWith('#');
  OWN.lastIndex = 0;
  return !OWN.test(value) && !/javascript:|@import|expression\(/i.test(value);
}
