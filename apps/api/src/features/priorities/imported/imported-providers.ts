import { ImportedItemsRepository } from './imported-items.repository.js';
import { ImportedJointsRepository } from './imported-joints.repository.js';
import { ImportItems } from './import-items.js';

/** What imports write items with, for the module. */
export const IMPORTED_ITEMS = [ImportedItemsRepository, ImportedJointsRepository, ImportItems];
