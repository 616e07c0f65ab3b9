import { notify } from '@chapterhouse/ui/toast';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { openMoveMenu } from './single-choice';

/** What is shown before the server has answered permits nothing yet; from the server, at least looking is permitted. */
const isAnswered = ({ viewerCan }: ImpedimentCardFragment) => viewerCan.length > 0;

/** Opens the menu of moves; says so where there is none. While a move is on its way the menu opens with the answer. */
export function askForMoveMenu(impediment: ImpedimentCardFragment | undefined): void {
  if (!impediment) return;
  if (isAnswered(impediment) && offeredMoves(impediment).length === 0)
    notify({ title: `You cannot move ${impediment.key} from where it is.` });
  else openMoveMenu.choose(impediment.key);
}

/** Whether a menu of moves is on the screen, or is about to be. */
export function useMoveMenuShown(impediments: readonly ImpedimentCardFragment[]): boolean {
  const key = openMoveMenu.useChosen();
  const chosen = key === null ? undefined : impediments.find((one) => one.key === key);
  return chosen !== undefined && offeredMoves(chosen).length > 0;
}
