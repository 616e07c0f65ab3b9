import { CircleCheckBig, FileInput, History, Inbox, Network, SquareKanban, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { InboxBadge } from '../features/notifications/public';
import type { Action } from '../platform/session/can';
import { useViewer } from '../platform/session/session-provider';

type Place = { to: string; label: string; icon: ReactNode; end?: boolean; needs?: Action; badge?: ReactNode };
type PlaceGroup = { heading: string; places: Place[] };

/** One line per screen. */
const GROUPS: PlaceGroup[] = [
  {
    heading: 'You',
    places: [
      { to: '/my-work', label: 'My work', icon: <CircleCheckBig aria-hidden /> },
      { to: '/inbox', label: 'Inbox', icon: <Inbox aria-hidden />, badge: <InboxBadge /> },
    ],
  },
  {
    heading: 'Impediments',
    places: [
      { to: '/impediments', label: 'Board', icon: <SquareKanban aria-hidden /> },
      { to: '/impediments/history', label: 'History', icon: <History aria-hidden />, end: true },
    ],
  },
  {
    heading: 'Organization',
    places: [
      { to: '/organization', label: 'Teams', icon: <Network aria-hidden /> },
      { to: '/people', label: 'People', icon: <Users aria-hidden /> },
      { to: '/imports', label: 'Imports', icon: <FileInput aria-hidden />, needs: 'import:view' },
    ],
  },
];

/** Beside the screen on a desk, under it on a phone. */
export function Navigation({ pathname }: { pathname: string }) {
  const viewer = useViewer();
  return (
    <nav className="shell__nav" aria-label="Screens">
      {GROUPS.map(({ heading, places }) => (
        <div key={heading} className="shell__group">
          <p className="shell__heading">{heading}</p>
          <ul className="shell__links">
            {places
              .filter(({ needs }) => needs === undefined || viewer.can.includes(needs))
              .map(({ to, label, icon, end = false, badge }) => (
                <li key={to}>
                  <NavLink to={to} end={end || isHistory(pathname)} className="shell__link">
                    {icon}
                    {label}
                    {badge}
                  </NavLink>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** An impediment's address belongs to the board, the history does not. */
function isHistory(pathname: string): boolean {
  return pathname.startsWith('/impediments/history');
}
