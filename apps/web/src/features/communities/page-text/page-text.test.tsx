import { expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { session, viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import type { Drawn } from './draw-diagram';
import { PageText } from './page-text';
import { THINGS } from './things.operations';

const mockDraw = jest.fn<(text: string, dark: boolean) => Promise<Drawn>>();
jest.mock('./draw-diagram', () => ({
  drawDiagram: (text: string, dark: boolean) => mockDraw(text, dark),
}));

const PERSON = 'Person_0b9fd1a0-1111-4222-8333-0123456789ab';
const TEAM = 'Team_0b9fd1a0-1111-4222-8333-0123456789ab';

function show(text: string) {
  const place = {
    key: 'A-5',
    path: 'guide/start',
    paths: ['guide', 'guide/start', 'tools'],
    to: (to: string) => `/p/${to}`,
  };
  const things = always(THINGS)(({ keys }) => ({
    things: [keys].flat().flatMap((key) => {
      const name = nameOf(key);
      return name === null ? [] : [{ __typename: 'NamedThing', key, name }];
    }),
  }));
  renderScreen([{ path: '/', element: <PageText text={text} place={place} /> }], '/', [
    session(viewer()),
    things.answer,
  ]);
  return { asked: things.variables };
}
function nameOf(key: string): string | null {
  if (key === TEAM) return 'Yard';
  if (key === PERSON) return 'Ana Roth';
  if (key.startsWith('A-')) return 'Testing';
  return key === 'D-404' ? null : 'One order';
}
const href = async (name: string | RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');

test('keys, people and teams are shown by the names of today, asked for at once', async () => {
  const { asked } = show(
    `See D-7, D-7 and A-6/setup. Ask [@Ana Old](person:${PERSON}) of [the old yard](team:${TEAM}). Not \`D-7\`.`,
  );
  expect(await screen.findAllByRole('link', { name: 'D-7 One order' })).toHaveLength(2);
  expect(asked).toEqual([{ keys: ['D-7', 'A-6', PERSON, TEAM] }]);
  expect(await href('A-6/setup Testing')).toBe('/artifacts/A-6/pages/setup');
  expect(await href('@Ana Roth')).toBe(`/people/${PERSON}`);
  expect(await href('Yard')).toBe(`/teams/${TEAM}`);
});

test('links lead to pages and headings; headings can be led to, below those of the screen', async () => {
  show('# Start\n\n## Set it up\n\n[tools](../tools.md#windows) [here](#set-it-up) [lost](nowhere.md)');
  expect(await href('tools')).toBe('/p/tools#windows');
  expect(await href('here')).toBe('/p/guide/start#set-it-up');
  expect(screen.getByTitle('nowhere.md is not here')).toBeVisible();
  expect(screen.getByRole('heading', { name: 'Set it up', level: 3 })).toHaveAttribute('id', 'at-set-it-up');
});

test('a key that nothing has is plain words', async () => {
  show('See D-404 and D-7, and D-404.');
  expect(await href('D-7 One order')).toBe('/decisions/D-7');
  expect(screen.queryByRole('link', { name: /D-404/ })).toBeNull();
});

test('a text that names very many things asks once, for the first two hundred, and leads to all', async () => {
  const { asked } = show(Array.from({ length: 220 }, (_, index) => `D-${index + 1}`).join('\n\n'));
  expect(await screen.findByText('D-1 One order')).toHaveAttribute('href', '/decisions/D-1');
  expect(screen.getByText('D-220')).toHaveAttribute('href', '/decisions/D-220');
  expect(asked.map(({ keys }) => [keys].flat().length)).toEqual([200]);
});

test('a text that would keep the browser busy is shown as it was written', () => {
  show(`one\n${'**a*b_c__d '.repeat(18_000)}`);
  expect(screen.getByText('This page is shown as it was written.')).toBeVisible();
  expect(screen.getByText(/^At line 2 a paragraph has more marks/)).toBeVisible();
});

test('a diagram is drawn; one that cannot be read shows its text and the reason', async () => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  mockDraw.mockResolvedValueOnce({ svg, problem: null });
  mockDraw.mockResolvedValueOnce({ svg: null, problem: 'Parse error on line 2' });
  show('```mermaid\nflowchart TD\n  a --> b\n```\n\n```mermaid\nflowchart TD\n  a -> \n```\n\n```js\nmermaid\n```');
  await waitFor(() => expect(screen.getByText('Parse error on line 2')).toBeVisible());
  const [drawn] = screen.getAllByRole('img', { name: 'Diagram' });
  expect(drawn?.shadowRoot?.firstElementChild).toBe(svg);
  expect(drawn).toHaveAccessibleDescription(/a --> b/);
  expect(mockDraw.mock.calls.map(([text]) => text)).toEqual(['flowchart TD\n  a --> b\n', 'flowchart TD\n  a -> \n']);
});

test.each([
  '<script>window.pwned=1</script>',
  '<img src=x onerror="window.pwned=1">',
  '[x](javascript:window.pwned=1)',
  '[x](thing:javascript:window.pwned=1)',
  '[x](team:javascript:window.pwned=1)',
  '[x](data:text/html,<script>window.pwned=1</script>)',
  '![x](javascript:window.pwned=1)',
  '<svg onload="window.pwned=1">',
  '## <img src=x onerror="window.pwned=1">',
  '| a |\n| --- |\n| <iframe srcdoc="<script>parent.pwned=1</script>"></iframe> |',
])('nothing of it runs: %s', async (text) => {
  show(`${text}\n\nend`);
  await waitFor(() => expect(document.querySelector('.page-text:not(.markdown--plain)')).not.toBeNull());
  const place = document.querySelector('.page-text');
  expect(place?.querySelector('script, iframe, img, svg, [onerror], [onload]')).toBeNull();
  for (const link of place?.querySelectorAll('a') ?? []) expect(link.protocol).toMatch(/^https?:$/);
});
