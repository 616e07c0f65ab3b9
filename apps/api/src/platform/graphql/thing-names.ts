import { refusePlatform } from '@chapterhouse/domain/refusal';
import { Inject, Injectable } from '@nestjs/common';
import { scopeOf, type Viewer } from '../auth/viewer.js';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { splitId } from './global-id.js';

/** The most that one question may name; of each kind they are one statement. */
export const MOST_THINGS = 200;

/**
 * What things of a kind are called now, in one statement; those that nobody here has, or that the viewer may not see, are
 * missing. @param asked numbers of keys, whole keys of backlog items, or the database's ids: distinct
 */
export type NameFinder = (tx: Tx, viewer: Viewer, asked: string[]) => Promise<ThingName[]>;

/** @property asked as the finder was given it */
export interface ThingName extends Record<string, unknown> {
  asked: string;
  name: string;
}

/** How `things(keys)` finds names: each feature registers its own kinds, by how their keys or ids begin. */
@Injectable()
export class ThingNames {
  private readonly finders = new Map<string, NameFinder>();

  constructor(@Inject(Database) private readonly database: Database) {}

  /** @param kind `IMP-` of `IMP-42`, `Team_` of `Team_…` */
  register(kind: string, finder: NameFinder): void {
    this.finders.set(kind, finder);
  }

  /** By the keys that were asked. One transaction, and in it a statement for each kind. */
  async of(viewer: Viewer, keys: readonly string[]): Promise<Map<string, string>> {
    const kinds = new Map<string, Map<string, string>>();
    for (const key of keys) {
      const read = readKey(key);
      if (!read) continue;
      const asked = kinds.get(read.kind) ?? new Map<string, string>();
      kinds.set(read.kind, asked.set(read.asked, key));
    }
    const found = new Map<string, string>();
    if (kinds.size === 0) return found;
    await this.database.transaction(scopeOf(viewer), async (tx) => {
      for (const [kind, asked] of kinds) {
        const named = (await this.finders.get(kind)?.(tx, viewer, [...asked.keys()])) ?? [];
        for (const { asked: one, name } of named) found.set(asked.get(one) ?? one, name);
      }
    });
    return found;
  }
}

/** @throws INVALID_INPUT for more than `MOST_THINGS` */
export function refuseTooMany(keys: readonly string[]): void {
  if (keys.length <= MOST_THINGS) return;
  const problem = `Ask for at most ${MOST_THINGS} at a time.`;
  throw refusePlatform('INVALID_INPUT', { fields: [{ field: 'keys', problem }] });
}

const KEY = /^([A-Z]{1,5})-([1-9]\d{0,8})$/;

function readKey(key: string): { kind: string; asked: string } | undefined {
  const [, kind, number] = KEY.exec(key) ?? [];
  if (kind !== undefined && number !== undefined) return { kind: `${kind}-`, asked: number };
  const parts = splitId(key);
  return parts && { kind: `${parts.type}_`, asked: parts.id };
}
