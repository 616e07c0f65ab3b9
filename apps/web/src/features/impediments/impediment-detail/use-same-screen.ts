import { type To, useLocation, useParams } from 'react-router';

/** Another impediment on the screen that this one is on: beside the board, beside the list, or as a page. */
export function useSameScreen(): (key: string) => To {
  const { key = '' } = useParams();
  const { pathname, search } = useLocation();
  return (next) => ({ pathname: pathname.replace(`/${key}`, `/${next}`), search });
}
