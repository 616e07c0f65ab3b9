import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { presentTitle, subscribeToTitle } from '../page/page-title';
import { useViewer } from '../session/session-provider';
import { presentCommands } from './command-registry';
import { noteRecentPlace } from './recent-places';

const IMPEDIMENT = /^\/impediments\/(?:list\/)?([a-z]+-\d+)(?:\/page)?$/i;

/** What is open at an address: one and the same for an impediment, whatever it is opened beside. */
export function placeAt(pathname: string): { address: string; key: string | undefined } {
  const key = IMPEDIMENT.exec(pathname)?.[1]?.toUpperCase();
  return { address: key === undefined ? pathname : `/impediments/${key}`, key };
}

/** Whose places they are, in this browser. */
export function useRecentOwner(): string {
  const { organization, person } = useViewer();
  return `${organization.id}.${person.id}`;
}

/** Remembers where somebody was, for the command palette. Once, in the shell. */
export function useRecentPlaces(): void {
  const owner = useRecentOwner();
  const { pathname } = useLocation();
  useEffect(() => {
    const { address, key } = placeAt(pathname);
    const note = () => {
      const title = presentTitle();
      // What the palette lists always, under “Go to”, need not be remembered.
      if (title === null || presentCommands().some(({ id }) => id === `go:${address}`)) return;
      // Until an impediment is there the title is the screen's behind it, or the key alone; so it stays for a wrong key.
      if (key !== undefined && !title.startsWith(`${key} `)) return;
      noteRecentPlace(owner, { address, title });
    };
    note();
    return subscribeToTitle(note);
  }, [owner, pathname]);
}
