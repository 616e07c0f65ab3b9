import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACTION_METADATA } from './action.js';

const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** What every root field declared: `Mutation.raiseImpediment` -> `impediment:raise`. Does not boot when one declares nothing. */
@Injectable()
export class DeclaredActions implements OnModuleInit {
  readonly byField = new Map<string, string>();

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const undeclared: string[] = [];
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype: object | null = Object.getPrototypeOf(instance);
      if (!prototype) continue;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler: unknown = Reflect.get(prototype, method);
        if (typeof handler !== 'function') continue;
        const root: unknown = Reflect.getMetadata(RESOLVER_TYPE, handler);
        if (typeof root !== 'string' || !ROOTS.has(root)) continue;
        const declaredName: unknown = Reflect.getMetadata(RESOLVER_NAME, handler);
        const field = `${root}.${typeof declaredName === 'string' ? declaredName : method}`;
        const action: unknown = Reflect.getMetadata(ACTION_METADATA, handler);
        if (typeof action === 'string') this.byField.set(field, action);
        else undeclared.push(field);
      }
    }
    if (undeclared.length > 0)
      throw new Error(`These root fields declare no action (@Action or @Public): ${undeclared.join(', ')}`);
  }
}
