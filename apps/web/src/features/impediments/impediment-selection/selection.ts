import { createSelection } from '../../../platform/selection/create-selection';

/** The impediments that somebody has selected, by id, on the board or in the list. */
export const selection = createSelection();
