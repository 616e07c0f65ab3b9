import {
  CATEGORY_TITLES,
  IMPEDIMENT_CATEGORIES,
  SEVERITY_TITLES,
} from '@chapterhouse/domain/impediments/impediment-fields';
import { UNRESOLVED_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Select } from '@chapterhouse/ui/select';
import { notify } from '@chapterhouse/ui/toast';
import type { ReactNode } from 'react';
import type { ImpedimentFactsFragment, ImpedimentLinkedFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import { ImpedimentStateBadge } from '../impediment-state-badge';
import { dayWords } from '../impediment-times';
import { Moment } from '../moment';
import { plural } from '../plural';
import { useImpedimentLevels } from '../use-impediment-levels';
import { costWords } from './cost-words';
import { DetailClock } from './detail-clock';
import { DetailLabels } from './detail-labels';
import { DetailOwner } from './detail-owner';
import { DetailSource } from './detail-source';
import { DetailWatchers } from './detail-watchers';
import { InPlace } from './in-place';
import { useFieldEdit } from './use-field-edit';

const CATEGORY_OPTIONS = IMPEDIMENT_CATEGORIES.map((value) => ({ value, label: CATEGORY_TITLES[value] }));

export type DetailFactsProps = {
  impediment: ImpedimentFactsFragment & ImpedimentLinkedFragment;
  /** Who made its clock stand still, where that is known. */
  pausedBy: string | null;
};

/** Who, how bad, until when; each edited where it stands. */
export function DetailFacts({ impediment, pausedBy }: DetailFactsProps) {
  const { nameOf } = useImpedimentLevels();
  const { state, severity, level, dueOn, nextStep, raisedBy, raisingTeam, raisedAt, reopenedCount } = impediment;
  const { resolvedAt, closedAt, watchers } = impediment;
  return (
    <dl className="detail__facts">
      <Fact label="State">
        <ImpedimentStateBadge state={state} />
        {reopenedCount > 0 && <span className="detail__quiet">reopened {plural(reopenedCount, 'time')}</span>}
      </Fact>
      <Fact label="Owner">
        <DetailOwner impediment={impediment} />
      </Fact>
      <Fact label="Severity">
        {severity ? SEVERITY_TITLES[severity] : <span className="detail__quiet">not yet known</span>}
      </Fact>
      <Fact label="Level">{nameOf(level)}</Fact>
      {UNRESOLVED_STATES.includes(state) && (
        <Fact label="Clock">
          <DetailClock impediment={impediment} pausedBy={pausedBy} />
        </Fact>
      )}
      <Fact label="Due">
        <InPlace
          impediment={impediment}
          field="dueOn"
          label="due date"
          kind="date"
          read={(one) => one.dueOn ?? ''}
          input={(text) => ({ dueOn: text === '' ? null : text })}
        >
          <span>{dueOn === null ? <span className="detail__quiet">no date</span> : dayWords(dueOn)}</span>
        </InPlace>
      </Fact>
      <Fact label="Next step">
        <InPlace
          impediment={impediment}
          field="nextStep"
          label="next step"
          read={(one) => one.nextStep}
          input={(text) => ({ nextStep: text })}
        >
          <span>{nextStep === '' ? <span className="detail__quiet">none agreed</span> : nextStep}</span>
        </InPlace>
      </Fact>
      <Fact label="Waits for">
        <DetailSource impediment={impediment} />
      </Fact>
      <Fact label="Category">
        <Category impediment={impediment} />
      </Fact>
      <Fact label="Labels">
        <DetailLabels impediment={impediment} />
      </Fact>
      <Fact label="Cost">
        <span>{costWords(impediment)}</span>
      </Fact>
      <Fact label="Watched by">
        <DetailWatchers watchers={watchers} />
      </Fact>
      <Fact label="Raised">
        <span>
          by {raisedBy.name} for {raisingTeam.name}, <Moment at={raisedAt} />
        </span>
      </Fact>
      {resolvedAt !== null && (
        <Fact label="Resolved">
          <Moment at={resolvedAt} />
        </Fact>
      )}
      {closedAt !== null && (
        <Fact label="Closed">
          <Moment at={closedAt} />
        </Fact>
      )}
    </dl>
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

function Category({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const { begin, save } = useFieldEdit(impediment, (one) => one.category);
  if (!can(impediment, 'impediment:edit')) return CATEGORY_TITLES[impediment.category];
  const change = async (index: number) => {
    const category = IMPEDIMENT_CATEGORIES[index];
    if (category === undefined) return;
    begin();
    if ((await save({ category })) === 'refused')
      notify({
        tone: 'problem',
        title: 'The category was not saved.',
        detail: 'Look at what is there now and try again.',
      });
  };
  return (
    <div className="detail__select">
      <Select
        label="Category"
        labelHidden
        options={CATEGORY_OPTIONS}
        value={impediment.category}
        onChange={(event) => void change(event.target.selectedIndex)}
      />
    </div>
  );
}
