import { ORDER_MOVE_SCOPES } from '@chapterhouse/domain/priorities/order-events';
import { enumOf } from '../../../platform/graphql/enum-of.js';

/** RULE: came in, left, changed area. */
export const OrderMoveScopeEnum = enumOf('OrderMoveScope', ORDER_MOVE_SCOPES);
