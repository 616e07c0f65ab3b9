import { v7 } from 'uuid';

/** A fresh id; version 7, so that rows created together lie together. */
export function newId(): string {
  return v7();
}
