import { BacklogRead } from './backlog.read.js';
import { ItemActivityRead } from './item-activity.read.js';
import { ItemNamesRead } from './item-names.read.js';
import { ItemPartsRead } from './item-parts.read.js';
import { ItemPartsResolver } from './item-parts.resolver.js';
import { ItemLinkResolver, ItemPlacesResolver } from './item-places.resolver.js';
import { ItemWrites } from './item-writes.js';
import { ItemsRepository } from './items.repository.js';
import { ItemsResolver } from './items.resolver.js';
import { ItemsService } from './items.service.js';

/** All of backlog items, for the module. */
export const ITEMS = [
  BacklogRead,
  ItemActivityRead,
  ItemLinkResolver,
  ItemNamesRead,
  ItemPartsRead,
  ItemPartsResolver,
  ItemPlacesResolver,
  ItemWrites,
  ItemsRepository,
  ItemsResolver,
  ItemsService,
];
