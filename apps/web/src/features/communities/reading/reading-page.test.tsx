import { expect, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../../platform/testing/always';
import { artifact, PAGES, versionPage } from '../testing/artifact-facts';
import { renderArtifact } from '../testing/render-artifact';
import { VERSION_FIND, VERSION_PAGE } from './reading.operations';

const [START, REVIEWS, PROCESS] = PAGES;

function open(at = '/artifacts/A-5') {
  const pages = always(VERSION_PAGE)(({ path }) => ({
    node:
      path === 'reviews/process'
        ? versionPage({ path, title: 'Process', body: 'How it goes.', previous: REVIEWS ?? null })
        : path === 'index'
          ? versionPage({
              path,
              body: '# Welcome\n\nSee [how](reviews/process.md) and [gone](gone.md).',
              following: REVIEWS ?? null,
            })
          : versionPage({ path, title: 'Code reviews', previous: START ?? null, following: PROCESS ?? null }),
  }));
  const find = always(VERSION_FIND)(() => ({
    node: {
      __typename: 'ArtifactVersion',
      id: 'ArtifactVersion_2',
      find: PROCESS ? [{ __typename: 'PageHit', excerpt: 'How it goes.', page: PROCESS }] : [],
    },
  }));
  return {
    ...renderArtifact(at, artifact(), [pages.answer, find.answer]),
    asked: pages.variables,
    found: find.variables,
  };
}

test('a playbook opens at its first page; its links lead to pages, and one that leads nowhere says so', async () => {
  const { address } = open();
  expect(await screen.findByRole('heading', { name: 'Welcome', level: 2 })).toBeVisible();
  expect(address()).toBe('/artifacts/A-5/pages');
  expect(screen.getByRole('link', { name: 'how' })).toHaveAttribute('href', '/artifacts/A-5/pages/reviews/process');
  expect(screen.getByTitle('gone.md is not here')).toBeVisible();
});

test('the tree unfolds to the open page; keys go to the next and the previous one', async () => {
  const { address } = open('/artifacts/A-5/pages/index');
  const tree = await screen.findByRole('navigation', { name: 'Pages', hidden: true });
  expect(within(tree).queryByText('Process')).not.toBeInTheDocument();
  await screen.findByRole('heading', { name: 'Welcome' });
  await userEvent.keyboard('j');
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/pages/reviews'));
  expect(await within(tree).findByText('Process')).toBeInTheDocument();
  await screen.findByRole('heading', { name: 'Code reviews', level: 2 });
  await userEvent.keyboard('j');
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/pages/reviews/process'));
  await screen.findByText('How it goes.');
  await userEvent.keyboard('k');
  await waitFor(() => expect(address()).toBe('/artifacts/A-5/pages/reviews'));
});

test('search inside leads to the page', async () => {
  const { found } = open('/artifacts/A-5/pages/index');
  await screen.findByRole('heading', { name: 'Welcome' });
  await userEvent.keyboard('s');
  await userEvent.keyboard('goes');
  const hit = await screen.findByRole('link', { name: /Process/ });
  expect(hit).toHaveAttribute('href', '/artifacts/A-5/pages/reviews/process');
  expect(found).toEqual([{ id: 'ArtifactVersion_2', text: 'goes' }]);
});

test('an older version says so and keeps to itself', async () => {
  const { asked } = open('/artifacts/A-5/pages/index?version=1');
  expect(await screen.findByText('This is version 1; version 2 is the current one.')).toBeVisible();
  expect(await screen.findByRole('link', { name: 'how' })).toHaveAttribute(
    'href',
    '/artifacts/A-5/pages/reviews/process?version=1',
  );
  expect(asked[0]).toEqual({ id: 'ArtifactVersion_1', path: 'index' });
});
