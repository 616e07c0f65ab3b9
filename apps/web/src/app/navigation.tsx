import {
  ArrowLeftRight,
  CalendarDays,
  ChartNoAxesColumn,
  ChartPie,
  ChartScatter,
  CircleCheckBig,
  CircleSlash2,
  ClipboardCheck,
  FileInput,
  GitBranch,
  Handshake,
  History,
  Hourglass,
  Inbox,
  Landmark,
  Library,
  ListChecks,
  ListOrdered,
  ListTree,
  MessageCircleQuestion,
  Network,
  RefreshCw,
  Repeat,
  Settings2,
  Sprout,
  SquareKanban,
  Target,
  Users,
  UsersRound,
} from 'lucide-react';
import { AskedBadge, useAsked } from '../features/impediments/public';
import { InboxBadge } from '../features/notifications/public';
import { useViewer } from '../platform/session/session-provider';
import { MorePlaces } from './more-places';
import { openPlace, type PlaceGroup } from './place';
import { PlaceLink } from './place-link';

/** One entry per screen. */
const GROUPS: PlaceGroup[] = [
  {
    heading: 'You',
    places: [
      {
        to: '/my-work',
        label: 'My work',
        icon: <CircleCheckBig aria-hidden />,
        keywords: 'today waits for me tasks',
        onPhones: true,
      },
      {
        to: '/inbox',
        label: 'Inbox',
        icon: <Inbox aria-hidden />,
        keywords: 'notifications mentions unread',
        badge: <InboxBadge />,
        onPhones: true,
      },
      {
        to: '/asked-of-me',
        label: 'Asked of me',
        icon: <MessageCircleQuestion aria-hidden />,
        keywords: 'briefs decisions escalations answer approve executive action team',
        badge: <AskedBadge />,
        forAsked: true,
      },
    ],
  },
  {
    heading: 'Impediments',
    places: [
      {
        to: '/impediments',
        label: 'Board',
        icon: <SquareKanban aria-hidden />,
        keywords: 'impediments kanban open',
        onPhones: true,
      },
      {
        to: '/impediments/blocked',
        label: 'Blocked work',
        icon: <CircleSlash2 aria-hidden />,
        keywords: 'blocked items backlog stuck waiting',
      },
      {
        to: '/sources',
        label: 'Sources',
        icon: <Hourglass aria-hidden />,
        keywords: 'waits for departments services vendors policies bottlenecks',
      },
      {
        to: '/impediments/bottlenecks',
        label: 'Bottlenecks',
        icon: <ChartScatter aria-hidden />,
        keywords: 'map recurring sources areas waits blocked team-days',
      },
      {
        to: '/impediments/numbers',
        label: 'Numbers',
        icon: <ChartNoAxesColumn aria-hidden />,
        keywords: 'metrics statistics triage overdue reopened escalation percentile median',
      },
      {
        to: '/impediments/history',
        label: 'History',
        icon: <History aria-hidden />,
        keywords: 'impediments closed declined past',
      },
    ],
  },
  {
    heading: 'Backlog',
    places: [
      {
        to: '/order',
        label: 'Order',
        icon: <ListOrdered aria-hidden />,
        keywords: 'priorities rank one order epics features move wsjf scores',
      },
      {
        to: '/backlog',
        label: 'Backlog',
        icon: <ListTree aria-hidden />,
        keywords: 'items epics features tasks stories debt defects tree list board refinement',
      },
      {
        to: '/goals',
        label: 'Product Goals',
        icon: <Target aria-hidden />,
        keywords: 'goals measures outcome why',
      },
      {
        to: '/dependencies',
        label: 'Dependencies',
        icon: <ArrowLeftRight aria-hidden />,
        keywords: 'needs asks commitments promises between teams areas map conflicts',
      },
      {
        to: '/scenarios',
        label: 'Scenarios',
        icon: <GitBranch aria-hidden />,
        keywords: 'try another order what if compare publish',
      },
      {
        to: '/capacity',
        label: 'Capacity',
        icon: <ChartPie aria-hidden />,
        keywords: 'shares targets areas kinds value debt defects enablers allocation',
      },
    ],
  },
  {
    heading: 'Decisions',
    places: [
      {
        to: '/decisions',
        label: 'Decision log',
        icon: <Landmark aria-hidden />,
        keywords: 'log why decided ADR records options rationale',
      },
      {
        to: '/decisions/delegation',
        label: 'Delegation',
        icon: <Handshake aria-hidden />,
        keywords: 'decisions board levels who decides veto consent trust management 3.0',
      },
    ],
  },
  {
    heading: 'Meetings',
    places: [
      {
        to: '/calendar',
        label: 'Calendar',
        icon: <CalendarDays aria-hidden />,
        keywords: 'meetings events dates week sprint planning daily review retrospective feed ical',
      },
      {
        to: '/cadences',
        label: 'Cadences',
        icon: <Repeat aria-hidden />,
        keywords: 'meetings series recurring templates rule',
      },
      {
        to: '/rotas',
        label: 'Rotas',
        icon: <RefreshCw aria-hidden />,
        keywords: 'turns facilitation code review pairing mob fair rotation',
      },
      {
        to: '/chapters',
        label: 'Chapters',
        icon: <UsersRound aria-hidden />,
        keywords: 'scrum masters triage sessions practices minutes',
      },
      {
        to: '/actions',
        label: 'Actions',
        icon: <ListChecks aria-hidden />,
        keywords: 'promises follow up open overdue done',
      },
    ],
  },
  {
    heading: 'Communities',
    places: [
      {
        to: '/communities',
        label: 'Communities',
        icon: <Sprout aria-hidden />,
        keywords: 'communities of practice join discussions ideas guilds',
        alsoAt: ['/discussions', '/ideas'],
      },
      {
        to: '/artifacts',
        label: 'Artifacts',
        icon: <Library aria-hidden />,
        keywords: 'playbooks templates checklists decision trees publish adoption versions reviews',
      },
      {
        to: '/checklist-runs',
        label: 'Checklist runs',
        icon: <ClipboardCheck aria-hidden />,
        keywords: 'runs of checklists steps tick progress under way ended mine',
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
        onPhones: true,
      },
      { to: '/people', label: 'People', icon: <Users aria-hidden />, keywords: 'persons invitations absences' },
      {
        to: '/organization/settings',
        label: 'Settings',
        icon: <Settings2 aria-hidden />,
        keywords: 'organization escalation ladder levels clocks working calendar holidays time zone',
        needs: 'organization:edit',
      },
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

/** Beside the screen on a desk; under it on a phone, where the less usual places are behind one button. */
export function Navigation({ pathname }: { pathname: string }) {
  const { can } = useViewer();
  const { concerns } = useAsked();
  const groups = GROUPS.map(({ heading, places }) => ({
    heading,
    places: places.filter(
      ({ needs, forAsked }) => (needs === undefined || can.includes(needs)) && (concerns || !forAsked),
    ),
  }));
  const open = openPlace(groups, pathname);
  return (
    <nav className="shell__nav" aria-label="Screens">
      {groups.map(({ heading, places }) => (
        <div key={heading} className="shell__group">
          <p className="shell__heading">{heading}</p>
          <ul className="shell__links">
            {places.map((place) => (
              <li key={place.to} className={place.onPhones ? undefined : 'shell__minor'}>
                <PlaceLink place={place} open={place === open} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <MorePlaces groups={groups} open={open} />
    </nav>
  );
}
