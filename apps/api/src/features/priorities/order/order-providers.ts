import { CapacityRepository } from '../capacity/capacity.repository.js';
import { CapacityResolver } from '../capacity/capacity.resolver.js';
import { CapacityService } from '../capacity/capacity.service.js';
import { DisagreementsRead } from '../scoring/disagreements.read.js';
import { DisagreementsResolver } from '../scoring/disagreements.resolver.js';
import { MoveInOrder } from './move-in-order.js';
import { OrderChanges } from './order-changes.js';
import { OrderChangesResolver } from './order-changes.resolver.js';
import { OrderMovesRepository } from './order-moves.repository.js';
import { ItemPositionResolver, OrderMovePartsResolver, OrderPartsResolver } from './order-parts.resolver.js';
import { OrderSharedFields } from './order-shared-fields.js';
import { OrderSlots } from './order-slots.js';
import { OrderSteps } from './order-steps.js';
import { OrderVerification } from './order-verification.js';
import { OrderRepository } from './order.repository.js';
import { OrderResolver } from './order.resolver.js';
import { OrderService } from './order.service.js';
import { ProductOrderRead } from './product-order.read.js';
import { UndoOrderMove } from './undo-order-move.js';

/** The one order of each product, scores beside it and shares of capacity, for the module. */
export const ORDER = [
  CapacityRepository,
  CapacityResolver,
  CapacityService,
  DisagreementsRead,
  DisagreementsResolver,
  ItemPositionResolver,
  MoveInOrder,
  OrderChanges,
  OrderChangesResolver,
  OrderMovePartsResolver,
  OrderMovesRepository,
  OrderPartsResolver,
  OrderRepository,
  OrderResolver,
  OrderService,
  OrderSharedFields,
  OrderSlots,
  OrderSteps,
  OrderVerification,
  ProductOrderRead,
  UndoOrderMove,
];
