import type { ComponentProps } from 'react';
import { Link, useLocation } from 'react-router';
import { returnAddress } from '../../../platform/page/return-address';
import { type CountedView, countedAddress, NUMBERS_ADDRESS } from './numbers-view';

export type CountedLinkProps = Omit<ComponentProps<typeof Link>, 'to' | 'state'> & { view: CountedView };

/** To the list of what a number counts, which leads back to the numbers as they are now. */
export function CountedLink({ view, ...rest }: CountedLinkProps) {
  const { pathname, search } = useLocation();
  return <Link {...rest} to={countedAddress(view)} state={{ from: pathname + search }} />;
}

/** Where the numbers are from which somebody came to a list. */
export function useWayBack(): string {
  const from = returnAddress(useLocation().state);
  return from?.startsWith(NUMBERS_ADDRESS) ? from : NUMBERS_ADDRESS;
}
