import type { ImpedimentChangesSubscription } from '../../../generated/graphql';
import { useLiveSubscription } from '../../../platform/live/use-live-subscription';
import { receiveChange } from '../impediment-changes';
import { IMPEDIMENT_CHANGES } from './live-board.operations';

export type ImpedimentChange = ImpedimentChangesSubscription['impedimentChanges'];

const NO_VARIABLES = {};
const pickChange = (data: ImpedimentChangesSubscription) => data.impedimentChanges;

/**
 * Follows every impediment of the organization; an open panel or page hears of its own.
 * @param after the cursor that the first load came with; nothing is followed until it is known
 */
export function useImpedimentChanges(
  after: string | undefined,
  onResync: () => void,
  onChange?: (change: ImpedimentChange) => void,
): void {
  useLiveSubscription({
    document: IMPEDIMENT_CHANGES,
    variables: NO_VARIABLES,
    after,
    pick: pickChange,
    onChange: (change: ImpedimentChange) => {
      if (change.id === null) return;
      onChange?.(change);
      receiveChange(change.id);
    },
    onResync,
  });
}
