import { draftKey, parseDraft, readRaw, writeRaw } from '../../../platform/drafts/draft-store';

/** Where somebody is in a tree, so that they go on there after a reload, or tomorrow. */
export type KeptWalk = {
  walkId: string;
  versionId: string;
  at: string;
  path: { from: string; to: string }[];
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isStep = (value: unknown): value is { from: string; to: string } =>
  isRecord(value) && typeof value['from'] === 'string' && typeof value['to'] === 'string';

/** Null for anything but a walk. */
export function parseWalk(text: string): KeptWalk | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return null;
    const { walkId, versionId, at, path } = value;
    if (typeof walkId !== 'string' || typeof versionId !== 'string' || typeof at !== 'string') return null;
    return Array.isArray(path) && path.every(isStep) ? { walkId, versionId, at, path } : null;
  } catch {
    return null;
  }
}

/** In this browser, for whoever walks. */
export function keptWalk(organizationId: string, personId: string, artifactKey: string) {
  const key = draftKey(organizationId, personId, `walk:${artifactKey}`);
  const found = parseDraft(readRaw(key));
  return {
    found: found && parseWalk(found.text),
    keep: (walk: KeptWalk | null) => {
      writeRaw(key, walk && JSON.stringify({ text: JSON.stringify(walk), from: '', at: Date.now() }));
    },
  };
}
