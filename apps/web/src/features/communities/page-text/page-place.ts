import { createContext } from 'react';

/** Where a text stands: what its links and anchors mean. */
export type PagePlace = {
  /** Of the artifact: `A-5`. */
  key: string;
  /** Of the page. */
  path: string;
  /** Paths of all pages of this version or draft. */
  paths: readonly string[];
  /** Where a page of the same artifact is shown, in this version or draft. */
  to: (path: string) => string;
};

export const PagePlaceContext = createContext<PagePlace | null>(null);
