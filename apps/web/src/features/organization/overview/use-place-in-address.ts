import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** `/organization#place-…`: goes to that place once it is on the screen. */
export function usePlaceInAddress(): void {
  const location = useLocation();
  useEffect(() => {
    const { hash } = location;
    const place = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
  }, [location]);
}
