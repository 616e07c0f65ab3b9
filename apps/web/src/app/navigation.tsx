import { CircleCheckBig, FileInput, History, Inbox, Network, SquareKanban, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { InboxBadge } from '../features/notifications/public';
import { useCommand } from '../platform/commands/use-command';
import type { Action } from '../platform/session/can';
import { useViewer } from '../platform/session/session-provider';

type Place = {
  to: string;
  label: string;
  icon: ReactNode;
  end?: boolean;
  needs?: Action;
  badge?: ReactNode;
  /** More words that find it in the command palette. */
  keywords?: string;
};
type PlaceGroup = { heading: string; places: Place[] };

/** One line per screen. */
const GROUPS: PlaceGroup[] = [
  {
    heading: 'You',
    places: [
      { to: '/my-work', label: 'My work', icon: <CircleCheckBig aria-hidden />, keywords: 'today waits for me tasks' },
      {
        to: '/inbox',
        label: 'Inbox',
        icon: <Inbox aria-hidden />,
        keywords: 'notifications mentions unread',
        badge: <InboxBadge />,
      },
    ],
  },
  {
    heading: 'Impediments',
    places: [
      { to: '/impediments', label: 'Board', icon: <SquareKanban aria-hidden />, keywords: 'impediments kanban open' },
      {
        to: '/impediments/history',
        label: 'History',
        icon: <History aria-hidden />,
        keywords: 'impediments closed declined past',
        end: true,
      },
    ],
  },
  {
    heading: 'Organization',
    places: [
      {
        to: '/organization',
        label: 'Teams',
        icon: <Network aria-hidden />,
        keywords: 'organization areas products roles',
      },
      { to: '/people', label: 'People', icon: <Users aria-hidden />, keywords: 'persons invitations absences' },
      {
        to: '/imports',
        label: 'Imports',
        icon: <FileInput aria-hidden />,
        keywords: 'jira csv files',
        needs: 'import:view',
      },
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
              .map((place) => (
                <li key={place.to}>
                  <PlaceLink place={place} pathname={pathname} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function PlaceLink({ place, pathname }: { place: Place; pathname: string }) {
  const { to, label, icon, end = false, badge, keywords = '' } = place;
  const navigate = useNavigate();
  useCommand({ id: `go:${to}`, label, group: 'go', keywords, run: () => void navigate(to) });
  return (
    <NavLink to={to} end={end || isHistory(pathname)} className="shell__link">
      {icon}
      {label}
      {badge}
    </NavLink>
  );
}

/** An impediment's address belongs to the board, the history does not. */
function isHistory(pathname: string): boolean {
  return pathname.startsWith('/impediments/history');
}
