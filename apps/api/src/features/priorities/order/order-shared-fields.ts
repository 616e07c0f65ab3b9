import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type SharedFields, SharedFieldsRegistry } from '../../../platform/graphql/sharing/shared-fields.js';

/** A change of the order says the same to everybody: it is written once, however many look on. */
const SHARED: SharedFields = {
  Subscription: { orderChanged: 'everybody' },
  OrderChange: {
    cursor: 'everybody',
    resync: 'everybody',
    number: 'everybody',
    scope: 'everybody',
    areaId: 'everybody',
    moved: 'everybody',
  },
  OrderShift: { itemId: 'everybody', from: 'everybody', to: 'everybody' },
};

@Injectable()
export class OrderSharedFields implements OnModuleInit {
  constructor(@Inject(SharedFieldsRegistry) private readonly registry: SharedFieldsRegistry) {}

  onModuleInit(): void {
    this.registry.declare(SHARED);
  }
}
