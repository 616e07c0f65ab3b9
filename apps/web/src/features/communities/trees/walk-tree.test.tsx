import { beforeEach, expect, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { artifact } from '../testing/artifact-facts';
import { renderArtifact } from '../testing/render-artifact';
import { START_WALK, STEP_BACK, TAKE_ANSWER, VERSION_TREE, VIEWER_WALK } from './trees.operations';

const MERMAID = `flowchart TD
  a{Urgent?} -->|Yes| b(["Call<br/>Then **write**"])
  a -->|No| c{Known?}
  c -->|Yes| d([Wait])
  c -->|No| e([Ask])`;

const HEAD = artifact({ kind: 'DECISION_TREE', viewerCan: ['walk:start'] });

/** Where the server has the viewer. */
let standing: ReturnType<typeof walk> | null = null;
const stand = (now: ReturnType<typeof walk>) => (standing = now);

beforeEach(() => {
  localStorage.clear();
  standing = null;
});

const walk = (at: string, steps: [string, string][]) => ({
  __typename: 'Walk' as const,
  id: 'Walk_1',
  at,
  path: steps.map(([from, to]) => ({
    __typename: 'WalkStep' as const,
    answer: { __typename: 'TreeAnswer' as const, from, to },
  })),
  version: { __typename: 'ArtifactVersion' as const, id: 'ArtifactVersion_2' },
});

function open(elsewhere?: ReturnType<typeof walk>) {
  const tree = always(VERSION_TREE)(() => ({
    node: {
      __typename: 'ArtifactVersion',
      id: 'ArtifactVersion_2',
      number: 2,
      publishedAt: '2026-03-09T14:05:00.000Z',
      tree: { __typename: 'DecisionTree', mermaid: MERMAID },
    },
  }));
  const start = always(START_WALK)(() => ({ startWalk: stand(walk('a', [])) }));
  const take = always(TAKE_ANSWER)(({ from, to }) => ({
    takeAnswer: stand(
      walk(
        String(to),
        from === 'a'
          ? [['a', String(to)]]
          : [
              ['a', 'c'],
              ['c', String(to)],
            ],
      ),
    ),
  }));
  const back = always(STEP_BACK)(() => ({ stepBack: stand(walk('a', [])) }));
  if (elsewhere) stand(elsewhere);
  const last = always(VIEWER_WALK)(() => ({ node: { __typename: 'Artifact', id: HEAD.id, viewerWalk: standing } }));
  const shown = renderArtifact('/artifacts/A-5/pages', HEAD, [
    last.answer,
    tree.answer,
    start.answer,
    take.answer,
    back.answer,
  ]);
  return { ...shown, take };
}

test('a tree is walked by its answers, taken back, and gone on with after a reload', async () => {
  const { take } = open();
  await userEvent.click(await screen.findByRole('button', { name: 'Begin' }));
  expect(await screen.findByRole('heading', { name: 'Urgent?' })).toBeVisible();
  await userEvent.dblClick(screen.getByRole('button', { name: /^No/ }));
  expect(await screen.findByRole('heading', { name: 'Known?' })).toBeVisible();
  // Tapped twice, taken once.
  expect(take.variables).toHaveLength(1);
  expect(take.variables[0]).toMatchObject({ walkId: 'Walk_1', from: 'a', to: 'c' });
  cleanup();

  open();
  expect(await screen.findByRole('heading', { name: 'Known?' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('heading', { name: 'Urgent?' })).toBeVisible();
  await userEvent.keyboard('1');
  expect(await screen.findByRole('heading', { name: 'Call' })).toBeVisible();
  expect(screen.getByText('Outcome')).toBeVisible();
  expect(await screen.findByText('write')).toHaveProperty('tagName', 'STRONG');
  expect(screen.getByRole('button', { name: 'Start again' })).toBeVisible();
});

test('what was walked on another device is gone on with here', async () => {
  open(walk('c', [['a', 'c']]));
  expect(await screen.findByRole('heading', { name: 'Known?' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(await screen.findByRole('heading', { name: 'Urgent?' })).toBeVisible();
});

test('the whole tree is there as a list', async () => {
  open();
  await userEvent.click(await screen.findByRole('radio', { name: 'List' }));
  expect(screen.getAllByRole('listitem').map((one) => one.firstChild?.textContent)).toHaveLength(5);
});
