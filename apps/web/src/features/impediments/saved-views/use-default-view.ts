import { useQuery } from '@apollo/client/react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { addressOf } from './saved-view-address';
import { SAVED_VIEWS } from './saved-views.operations';

/**
 * Who comes without a wish in the address sees their default view; whether that is still to be found out. Only on
 * arrival: who clears the filter later has cleared it.
 */
export function useDefaultView(): { deciding: boolean } {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [wanted] = useState(() => search === '' && pathname === '/impediments');
  const { data, error } = useQuery(SAVED_VIEWS, { skip: !wanted });
  const [decided, setDecided] = useState(!wanted);
  const known = data !== undefined || error !== undefined;
  const view = data?.savedViews.find(({ isDefault }) => isDefault);
  // There is none, or the address carries it already.
  if (!decided && known && (view === undefined || search !== '')) setDecided(true);
  const address = !decided && view ? addressOf(view) : null;
  const open = useEffectEvent((to: string) => void navigate(to, { replace: true }));
  useEffect(() => {
    if (address !== null) open(address);
  }, [address]);
  return { deciding: !decided };
}
