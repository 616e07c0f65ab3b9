import { OrderRepository } from './order.repository.js';
import { OrderSlots } from './order-slots.js';
import { OrderSteps } from './order-steps.js';

/** The one order of each product, for the module. */
export const ORDER = [OrderRepository, OrderSlots, OrderSteps];
