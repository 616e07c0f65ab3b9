import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ReactNode } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayWords } from '../impediment-times';
import { Moment } from '../moment';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { costWords } from './cost-words';

/** Without a connection, of one that was never opened here: what its card says. */
export function KnownFromBoard({ impediment, onRetry }: { impediment: ImpedimentCardFragment; onRetry: () => void }) {
  const { nameOf } = useImpedimentLevels();
  const { title, state, owner, severity, level, dueOn, nextStep, raisingTeam, affectedTeams, source } = impediment;
  const others = affectedTeams.filter(({ id }) => id !== raisingTeam.id);
  return (
    <div className="detail">
      <h2 className="detail__title">{title}</h2>
      <ErrorNote
        tone="attention"
        title="There is no connection. This is what the board knows of it."
        next={`Its description, ${plural(impediment.commentCount, 'comment')} and activity come with the connection.`}
        action={<Button onClick={onRetry}>Try again</Button>}
      />
      <dl className="detail__facts">
        <Fact label="State">
          <ImpedimentStateBadge state={state} />
        </Fact>
        <Fact label="Owner">{owner?.name ?? 'no owner'}</Fact>
        <Fact label="Severity">{severity ? SEVERITY_TITLES[severity] : 'not yet known'}</Fact>
        <Fact label="Level">{nameOf(level)}</Fact>
        <Fact label="Due">{dueOn === null ? 'no date' : dayWords(dueOn)}</Fact>
        <Fact label="Next step">{nextStep === '' ? 'none agreed' : nextStep}</Fact>
        {source && <Fact label="Waits for">{source.name}</Fact>}
        <Fact label="Team">{raisingTeam.name}</Fact>
        {others.length > 0 && <Fact label="Also affects">{others.map(({ name }) => name).join(', ')}</Fact>}
        <Fact label="Cost">{costWords(impediment)}</Fact>
        <Fact label="Raised">
          <Moment at={impediment.raisedAt} />
        </Fact>
      </dl>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="detail__fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
