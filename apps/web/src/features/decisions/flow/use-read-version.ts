import { useState } from 'react';

export type ReadVersion = {
  /** Somebody saved other words since they were last read here. */
  changed: boolean;
  read: () => void;
};

/**
 * The words of a decision follow what others save, also behind an open question. Nobody decides on words that changed
 * under their hand: whoever asks says first that they were read.
 * @param version as it is loaded now
 */
export function useReadVersion(version: number): ReadVersion {
  const [seen, setSeen] = useState(version);
  return { changed: seen !== version, read: () => setSeen(version) };
}
