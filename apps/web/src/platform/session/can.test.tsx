import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { session, viewer } from '../testing/answers';
import { renderScreen } from '../testing/render-screen';
import { Can, can } from './can';
import { useSession } from './session-provider';

function Buttons() {
  const state = useSession();
  if (state.status !== 'known') return null;
  return (
    <>
      <Can do="impediment:raise">Raise</Can>
      <Can do="team:create">Create a team</Can>
      <Can do="impediment:triage" on={{ viewerCan: ['impediment:triage'] }}>
        Triage
      </Can>
      <Can do="impediment:triage" on={{ viewerCan: ['impediment:view'] }} otherwise={<p>Only look</p>}>
        Triage the other
      </Can>
      <Can do="impediment:raise" on={null}>
        Raise on nothing
      </Can>
    </>
  );
}

test('shows what the server says may be done: by the viewer, or to a thing', async () => {
  renderScreen([{ path: '/', element: <Buttons /> }], '/', [session(viewer())]);
  expect(await screen.findByText(/^Raise/)).toBeVisible();
  expect(screen.queryByText('Create a team')).toBeNull();
  expect(document.body).toHaveTextContent('Triage');
  expect(document.body).toHaveTextContent('Only look');
  expect(document.body).not.toHaveTextContent('Triage the other');
  expect(document.body).not.toHaveTextContent('Raise on nothing');
});

test('nothing may be done to what is not there', () => {
  render(<p>{String(can(undefined, 'impediment:edit'))}</p>);
  expect(screen.getByText('false')).toBeVisible();
});
