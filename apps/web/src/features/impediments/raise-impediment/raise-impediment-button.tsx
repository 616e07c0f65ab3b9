import { Button } from '@chapterhouse/ui/button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Plus } from 'lucide-react';
import { Can } from '../../../platform/session/can';
import { setRaising } from './raise-dialog-state';
import './raise-impediment-button.css';

/** For the header of every screen, and for an empty board. */
export function RaiseImpedimentButton() {
  return (
    <Can do="impediment:raise">
      <Button
        variant="primary"
        icon={<Plus aria-hidden />}
        className="raise-button"
        aria-label="Raise impediment"
        onClick={() => setRaising(true)}
      >
        <span className="raise-button__words">Raise impediment</span> <Kbd>c</Kbd>
      </Button>
    </Can>
  );
}
