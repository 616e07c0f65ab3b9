import { expect, jest, test } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { always } from '../../../platform/testing/always';
import { session, viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import type { Drawn } from './draw-diagram';
import { PageText } from './page-text';
import { ARTIFACT_TITLE, DECISION_TITLE, NAME_OF_NODE } from './things.operations';

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
  const decision = always(DECISION_TITLE)(({ key }) => ({
    decision: { __typename: 'Decision', id: key, key, title: 'One order' },
  }));
  const artifact = always(ARTIFACT_TITLE)(({ key }) => ({
    artifact: { __typename: 'Artifact', id: key, key, title: 'Testing' },
  }));
  const named = always(NAME_OF_NODE)(({ id }) => ({
    node:
      id === TEAM
        ? { __typename: 'Team', id: TEAM, name: 'Yard' }
        : { __typename: 'Person', id: PERSON, name: 'Ana Roth' },
  }));
  renderScreen([{ path: '/', element: <PageText text={text} place={place} /> }], '/', [
    session(viewer()),
    decision.answer,
    artifact.answer,
    named.answer,
  ]);
  return { asked: decision.variables };
}
const href = async (name: string | RegExp) => (await screen.findByRole('link', { name })).getAttribute('href');

test('keys, people and teams are shown by the names of today, each asked for once', async () => {
  const { asked } = show(
    `See D-7, D-7 and A-6/setup. Ask [@Ana Old](person:${PERSON}) of [the old yard](team:${TEAM}). Not \`D-7\`.`,
  );
  await waitFor(async () => expect(await screen.findAllByRole('link', { name: 'D-7 One order' })).toHaveLength(2));
  expect(asked).toHaveLength(1);
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

test('a text that names very many things asks for the titles of the first hundred, and leads to all', async () => {
  const { asked } = show(Array.from({ length: 120 }, (_, index) => `D-${index + 1}`).join('\n\n'));
  expect(await href('D-1 One order')).toBe('/decisions/D-1');
  expect(await href('D-120')).toBe('/decisions/D-120');
  expect(asked).toHaveLength(100);
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
