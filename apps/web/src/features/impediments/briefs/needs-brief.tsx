import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { buttonLook } from '@chapterhouse/ui/button';
import { FileText } from 'lucide-react';
import { Link } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { useImpedimentLevels } from '../use-impediment-levels';
import './needs-brief.css';

type Leveled = { impediment: Pick<ImpedimentCardFragment, 'key' | 'level' | 'viewerCan'> };

/** Whether taking it to this level needs its brief: what time alone took to the top is there already. */
export function needsBrief({ level }: Leveled['impediment'], to: number): boolean {
  return to === TOP_LEVEL && level !== TOP_LEVEL;
}

/** Where the way to the top level goes on, in place of a refusal. @param onFollow the dialog around it closes */
export function NeedsBrief({ impediment, onFollow }: Leveled & { onFollow: () => void }) {
  const { nameOf } = useImpedimentLevels();
  const { key } = impediment;
  const may = can(impediment, 'impediment:send-brief');
  return (
    <div className="needs-brief" role="note">
      <p>
        {nameOf(TOP_LEVEL)} gets an impediment with its brief only.{' '}
        {may
          ? 'The data is there; you say which decision is asked for, of whom, and what should change.'
          : 'Those write it who triage for the teams that it affects; ask one of them.'}
      </p>
      {may && (
        <Link className={buttonLook({ variant: 'primary' })} to={`/impediments/${key}/brief`} onClick={onFollow}>
          <FileText aria-hidden />
          Write the brief
        </Link>
      )}
    </div>
  );
}
