/** @jest-environment jsdom */
import { expect, test } from '@jest/globals';
import { safeSvg } from './safe-svg';

const svg = (inside: string, attributes = '') =>
  safeSvg(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${inside}</svg>`,
  );

test('shapes, words and marks of the drawing itself stay', () => {
  const drawn = svg('<defs><marker id="m"/></defs><path d="M0 0" marker-end="url(#m)"/><text>Ship it?</text>');
  expect(drawn?.querySelector('path')?.getAttribute('marker-end')).toBe('url(#m)');
  expect(drawn?.textContent).toBe('Ship it?');
});

test.each([
  '<script>window.pwned=1</script>',
  '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="x"/></foreignObject>',
  '<a href="javascript:window.pwned=1"><text>x</text></a>',
  '<image href="https://example.org/x.png"/>',
  '<use href="https://example.org/x.svg#a"/>',
  '<use xlink:href="data:image/svg+xml,x"/>',
  '<rect onclick="window.pwned=1"/>',
  '<rect fill="url(https://example.org/x)"/>',
  '<rect style="background:url(https://example.org/x)"/>',
  '<style>@import "https://example.org/x.css"; rect { fill: url("https://example.org/x") }</style>',
  '<animate attributeName="href" to="javascript:window.pwned=1"/>',
  '<set attributeName="onclick" to="window.pwned=1"/>',
])('nothing of it runs or asks elsewhere: %s', (inside) => {
  const drawn = svg(inside, 'onload="window.pwned=1"');
  expect(drawn).not.toBeNull();
  expect(new XMLSerializer().serializeToString(drawn ?? document)).not.toMatch(
    /script|pwned|example\.org|foreign|data:|<a[ >]|animate|<set/i,
  );
});

test('what is no picture is none', () => {
  expect(safeSvg('<p>x</p>')).toBeNull();
  expect(safeSvg('no xml at all')).toBeNull();
});
