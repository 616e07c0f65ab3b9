import { expect, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { draftKey } from '../../../platform/drafts/draft-store';
import { viewer } from '../../../platform/testing/answers';
import { renderScreen } from '../../../platform/testing/render-screen';
import { lastingSession, signedIn } from '../../../platform/testing/signed-in';
import { LeftWords } from './left-words';

const words = () =>
  localStorage.setItem(
    draftKey(viewer().organization.id, viewer().person.id, 'page:A-5/Page_index'),
    JSON.stringify({ text: 'one, mine', from: 'one', at: Date.now() }),
  );

test('words of a page that is gone are shown to whoever wrote them', async () => {
  words();
  const routes = signedIn([{ path: '/', element: <LeftWords artifactKey="A-5" pageId="Page_index" /> }]);
  renderScreen(routes, '/', [lastingSession(viewer())]);
  const left = await screen.findByRole('region', { name: 'Your words that are not saved' });
  expect(within(left).getByText('one, mine')).toBeVisible();
  expect(within(left).getByRole('button', { name: 'Copy them' })).toBeVisible();
});
