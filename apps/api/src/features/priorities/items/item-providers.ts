import { BacklogRead } from './backlog.read.js';
import { ChangeItemState } from './change-item-state.js';
import { CreateItem } from './create-item.js';
import { EditItem } from './edit-item.js';
import { ItemActivityRead } from './item-activity.read.js';
import { ItemFinder } from './item-finder.js';
import { ItemMutationsResolver } from './item-mutations.resolver.js';
import { ItemNamesRead } from './item-names.read.js';
import { ItemPartsRead } from './item-parts.read.js';
import { ItemPartsResolver } from './item-parts.resolver.js';
import { ItemLinkResolver, ItemPlacesResolver } from './item-places.resolver.js';
import { ItemTargetsRead } from './item-targets.read.js';
import { ItemTransaction } from './item-transaction.js';
import { ItemVerification } from './item-verification.js';
import { ItemWrites } from './item-writes.js';
import { ItemsRepository } from './items.repository.js';
import { ItemsResolver } from './items.resolver.js';
import { ItemsService } from './items.service.js';
import { MovedTeamReaction } from './moved-team.reaction.js';
import { PlaceTask } from './place-task.js';
import { ScoreItem } from './score-item.js';

/** All of backlog items, for the module. */
export const ITEMS = [
  BacklogRead,
  ChangeItemState,
  CreateItem,
  EditItem,
  ItemActivityRead,
  ItemFinder,
  ItemLinkResolver,
  ItemMutationsResolver,
  ItemNamesRead,
  ItemPartsRead,
  ItemPartsResolver,
  ItemPlacesResolver,
  ItemTargetsRead,
  ItemTransaction,
  ItemVerification,
  ItemWrites,
  ItemsRepository,
  ItemsResolver,
  ItemsService,
  MovedTeamReaction,
  PlaceTask,
  ScoreItem,
];
