import { expect, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { useEffect } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { useAddressView } from './use-address-view';

type View = { text: string; page: number };

const read = (params: URLSearchParams): View => ({
  text: params.get('text') ?? '',
  page: Number(params.get('page') ?? 1),
});
const write = ({ text, page }: View, before: URLSearchParams) => {
  const params = new URLSearchParams(before);
  params.set('text', text);
  params.set('page', String(page));
  return params;
};

let change: (part: Partial<View>) => void;

function Shown() {
  const address = useAddressView(read, write);
  useEffect(() => {
    change = address.change;
  });
  return (
    <p>
      {address.view.text} {address.view.page}
    </p>
  );
}

/** A screen whose navigations wait until they are let through. */
function show() {
  const waiting: (() => void)[] = [];
  let slow = false;
  const router = createMemoryRouter(
    [
      {
        path: '/',
        element: <Shown />,
        loader: () => (slow ? new Promise<null>((resolve) => waiting.push(() => resolve(null))) : null),
        hydrateFallbackElement: <p />,
      },
    ],
    { initialEntries: ['/?text=a&kept=1'] },
  );
  render(<RouterProvider router={router} />);
  return {
    router,
    slowDown: () => (slow = true),
    letThrough: () =>
      act(async () => {
        slow = false;
        for (const go of waiting.splice(0)) go();
        await Promise.resolve();
      }),
  };
}

test('what is changed shows before its address has come, and one change does not undo another', async () => {
  const { router, slowDown, letThrough } = show();
  expect(await screen.findByText('a 1')).toBeVisible();
  slowDown();
  act(() => change({ text: 'b' }));
  act(() => change({ page: 2 }));
  expect(screen.getByText('b 2')).toBeVisible();
  expect(router.state.location.search).toBe('?text=a&kept=1');
  await letThrough();
  expect(router.state.location.search).toBe('?text=b&kept=1&page=2');
  expect(screen.getByText('b 2')).toBeVisible();
});

test('an address that others go to is shown, also one that was changed away from before it had come', async () => {
  const { router, slowDown, letThrough } = show();
  await screen.findByText('a 1');
  slowDown();
  act(() => change({ text: 'b' }));
  act(() => change({ text: 'a' }));
  await letThrough();
  expect(screen.getByText('a 1')).toBeVisible();
  await act(() => router.navigate('/?text=b&kept=1&page=1'));
  expect(screen.getByText('b 1')).toBeVisible();
});
