import { createSelection } from '../../../platform/selection/create-selection';

/** The backlog items that somebody has selected, by id. */
export const itemSelection = createSelection();
