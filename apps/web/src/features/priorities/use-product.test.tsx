import { beforeEach, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { always } from '../../platform/testing/always';
import { viewer } from '../../platform/testing/answers';
import { renderScreen } from '../../platform/testing/render-screen';
import { lastingSession } from '../../platform/testing/signed-in';
import { PLANNING_PRODUCTS, VIEWER_PLACES } from './planning.operations';
import { useProduct } from './use-product';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

/** Each has one area with one team: "area-big" with "team-big". */
const product = (name: string) => ({
  __typename: 'Product' as const,
  id: name,
  name,
  viewerCan: [],
  areas: [
    {
      __typename: 'Area' as const,
      id: `area-${name}`,
      name: 'Area',
      teams: [{ __typename: 'Team' as const, id: `team-${name}`, name: 'Team' }],
    },
  ],
});

function Shown() {
  const { product: shown, loading, choose } = useProduct();
  return (
    <>
      <p>{loading ? 'Loading' : `It is ${shown?.name}`}</p>
      <button type="button" onClick={() => choose('small')}>
        Small
      </button>
    </>
  );
}

/** @param held scopes of the roles of the viewer */
function show(at: string, held: string[], names = ['big', 'ferries', 'small']) {
  const places = always(VIEWER_PLACES)(() => ({
    viewer: {
      __typename: 'Viewer',
      id: 'viewer-1',
      person: {
        __typename: 'Person',
        id: 'person-1',
        assignments: held.map((id) => ({
          __typename: 'RoleAssignment',
          id: `role in ${id}`,
          scope: { __typename: 'RoleScope', id },
        })),
      },
    },
  }));
  const products = always(PLANNING_PRODUCTS)(() => ({
    organization: { __typename: 'Organization', id: 'organization-1', products: names.map(product) },
  }));
  renderScreen([{ path: '/order', element: <Shown /> }], at, [
    lastingSession(viewer()),
    products.answer,
    places.answer,
  ]);
  return places.variables;
}

test.each([
  ['of a role in it', '/order', ['ferries'], null, 'ferries'],
  ['of a role in an area of it', '/order', ['organization-1', 'area-small'], null, 'small'],
  ['of a role in a team of it, whatever was looked at last', '/order', ['team-ferries'], 'big', 'ferries'],
  ['of several roles the one looked at last', '/order', ['ferries', 'small'], 'small', 'small'],
  ['that was looked at last, without a role in any', '/order', ['organization-1'], 'small', 'small'],
  ['that comes first, if nothing else is known', '/order', [], 'gone', 'big'],
  ['of the address before all', '/order?product=big', ['ferries'], 'small', 'big'],
  ['of the area that is filtered by', '/order?areas=area-big', ['ferries'], null, 'big'],
])('the product %s', async (_, at, held, last, expected) => {
  if (last !== null) localStorage.setItem('chapterhouse.product', last);
  show(at, held);
  expect(await screen.findByText(`It is ${expected}`)).toBeVisible();
});

test('what is chosen stays for as long as the tab is open', async () => {
  show('/order', ['ferries']);
  await screen.findByText('It is ferries');
  await userEvent.click(screen.getByRole('button', { name: 'Small' }));
  expect(await screen.findByText('It is small')).toBeVisible();
  expect(sessionStorage.getItem('chapterhouse.product-chosen')).toBe('small');
});

test('one product needs no question', async () => {
  const asked = show('/order', [], ['big']);
  expect(await screen.findByText('It is big')).toBeVisible();
  expect(asked).toEqual([]);
});
