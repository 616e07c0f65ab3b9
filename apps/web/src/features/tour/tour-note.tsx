import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { X } from 'lucide-react';
import { useLocation } from 'react-router';
import { useViewer } from '../../platform/session/session-provider';
import { answerOffer, useTourOffer } from './tour-offer';
import { useStartTour } from './use-start-tour';
import './tour-note.css';

/** The board; also with a panel beside it, so that nothing jumps when one opens. */
const BOARD = /^\/impediments(\/[A-Z]+-\d+)?$/;

/** Above the board, on a person's first visit. */
export function TourNote() {
  const { pathname } = useLocation();
  return BOARD.test(pathname) ? <Offer /> : null;
}

function Offer() {
  const { person } = useViewer();
  const offered = useTourOffer(person.id);
  const start = useStartTour();
  const refuse = () => {
    answerOffer(person.id);
    // The button is gone: the screen's heading is the next thing to hear.
    document.querySelector<HTMLElement>('#main h1')?.focus({ preventScroll: true });
  };
  if (!offered) return null;
  return (
    <div className="tour-note">
      <p>New here?</p>
      <Button size="sm" onClick={start}>
        Take the tour
      </Button>
      <IconButton label="No tour, thank you" size="sm" icon={<X aria-hidden />} onClick={refuse} />
    </div>
  );
}
