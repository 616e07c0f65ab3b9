import { IMPEDIMENT_STATE_TITLES } from '@chapterhouse/domain/impediments/impediment-state';
import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import type { ShownRefusal } from '../../../platform/refusals/shown-refusal';
import { useImpedimentLevels } from '../use-impediment-levels';

export type MoveRefusalProps = {
  refusal: ShownRefusal | null;
  current: Pick<ImpedimentFactsFragment, 'state' | 'owner' | 'severity' | 'level' | 'nextStep'> | null;
  /** Whether the same may still be done to what is there now. */
  possible: boolean;
  fieldsShown?: readonly string[];
};

/** Why it was refused; where somebody else was first, what is there now. */
export function MoveRefusal({ refusal, current, possible, fieldsShown = [] }: MoveRefusalProps) {
  const { nameOf } = useImpedimentLevels();
  if (refusal?.code !== 'CONFLICT' || !current) return <RefusalNote refusal={refusal} fieldsShown={fieldsShown} />;
  const facts = [
    IMPEDIMENT_STATE_TITLES[current.state],
    current.owner ? `owner ${current.owner.name}` : 'no owner',
    current.severity && `severity ${SEVERITY_TITLES[current.severity].toLowerCase()}`,
    `level ${nameOf(current.level)}`,
    current.nextStep && `next step “${current.nextStep}”`,
  ].filter(Boolean);
  return (
    <ErrorNote
      title="Somebody saved a change before you."
      next={
        <>
          It is now: {facts.join(' · ')}.{' '}
          {possible
            ? 'Your words are kept; send them again to save them on top.'
            : 'This is no longer possible. Copy your words if you need them elsewhere.'}
        </>
      }
    />
  );
}
