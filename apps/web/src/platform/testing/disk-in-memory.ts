import { jest } from '@jest/globals';

/** There is no IndexedDB in tests. Import this before what keeps something there. */
jest.mock('../offline/device-store', () => {
  const disk = new Map<string, unknown>();
  return {
    keep: async (key: string, value: unknown) => void disk.set(key, JSON.parse(JSON.stringify(value))),
    kept: async (key: string) => disk.get(key),
    forget: async (key: string) => void disk.delete(key),
  };
});
