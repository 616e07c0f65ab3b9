import { Inject, Injectable } from '@nestjs/common';
import type { ExecutionArgs } from 'graphql';
import type { Viewer } from '../auth/viewer.js';
import { askedFor, SharedFieldsRegistry } from '../graphql/sharing/shared-fields.js';

/** An event of a subscription that says itself for whom it looks the same. */
export interface SharedEvent {
  /** Whatever of the viewer decides about the fields that are declared as the viewer's own. */
  seenBy(viewer: Viewer): string;
}

/** The text of an event, and whether others may have it too: what failed, failed for one. */
export interface ToldEvent {
  text: string;
  mayShare: boolean;
}

/**
 * One execution for all who get the same: same event, same document, same variables below the root, same organization, and
 * the same look at the event. Whose document touches a field that nobody declared is answered alone.
 */
@Injectable()
export class SharedExecutions {
  /** By event: the texts go when the last stream has told it. */
  private readonly told = new WeakMap<object, Map<string, Promise<ToldEvent>>>();
  /** Documents are kept by the gate as long as they are asked. */
  private readonly numbers = new WeakMap<object, number>();
  private documents = 0;

  constructor(@Inject(SharedFieldsRegistry) private readonly fields: SharedFieldsRegistry) {}

  /** @param execute writes it for this viewer */
  async text(
    event: unknown,
    args: ExecutionArgs,
    viewer: Viewer | undefined,
    execute: () => Promise<ToldEvent>,
  ): Promise<string> {
    const key = this.key(event, args, viewer);
    if (key === undefined || typeof event !== 'object' || event === null) return (await execute()).text;
    let texts = this.told.get(event);
    if (!texts) this.told.set(event, (texts = new Map<string, Promise<ToldEvent>>()));
    const known = texts.get(key);
    if (!known) {
      const first = execute();
      texts.set(key, first);
      return (await first).text;
    }
    const told = await known.catch(() => undefined);
    return told?.mayShare ? told.text : (await execute()).text;
  }

  /** Who has the same key gets the same text; undefined: nobody else does. */
  private key(event: unknown, args: ExecutionArgs, viewer: Viewer | undefined): string | undefined {
    const reach = this.fields.of(args.schema, args.document);
    if (!reach || !viewer) return undefined;
    if (reach.reach === 'viewer' && !isShared(event)) return undefined;
    const look = reach.reach === 'viewer' && isShared(event) ? event.seenBy(viewer) : '';
    return [
      this.numberOf(args.document),
      askedFor(reach, args.operationName, args.variableValues),
      viewer.organizationId,
      look,
    ].join(' ');
  }

  private numberOf(document: object): number {
    const known = this.numbers.get(document) ?? (this.documents += 1);
    this.numbers.set(document, known);
    return known;
  }
}

function isShared(event: unknown): event is SharedEvent {
  return typeof event === 'object' && event !== null && 'seenBy' in event && typeof event.seenBy === 'function';
}
