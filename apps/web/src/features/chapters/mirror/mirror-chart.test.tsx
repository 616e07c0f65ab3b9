import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MirrorChart } from './mirror-chart';

test('a month without meetings has no bar; one of which somebody led nothing has its mark', () => {
  const month = (of: string, held: number) => ({
    __typename: 'MyFacilitationMonth' as const,
    month: of,
    held,
    facilitatedByMe: 0,
  });
  render(<MirrorChart team="Yard" months={[month('2026-01', 0), month('2026-02', 4)]} />);
  const none = screen.getByRole('img', { name: 'January 2026: no meetings' });
  expect(none.querySelectorAll('.ch-bars__behind, .ch-bars__value, .ch-bars__nothing')).toHaveLength(0);
  const some = screen.getByRole('img', { name: 'February 2026: 0 of 4 led by you' });
  expect(some.querySelectorAll('.ch-bars__behind, .ch-bars__nothing')).toHaveLength(2);
});
