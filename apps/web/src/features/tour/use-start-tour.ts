import { useLocation, useNavigate } from 'react-router';
import { useViewer } from '../../platform/session/session-provider';
import { answerOffer } from './tour-offer';
import { setTour } from './tour-state';

/** Where the tour is. */
export const TOUR_ADDRESS = '/impediments';

/** Begins the tour, from wherever one is. */
export function useStartTour(): () => void {
  const { person } = useViewer();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return () => {
    answerOffer(person.id);
    setTour(true);
    if (pathname !== TOUR_ADDRESS) void navigate(TOUR_ADDRESS);
  };
}
