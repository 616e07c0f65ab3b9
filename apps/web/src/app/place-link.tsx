import { Link, useNavigate } from 'react-router';
import { useCommand } from '../platform/commands/use-command';
import type { Place } from './place';

/** One line of the navigation, and its command in the palette. */
export function PlaceLink({ place, open }: { place: Place; open: boolean }) {
  const { to, label, icon, badge, keywords = '' } = place;
  const navigate = useNavigate();
  useCommand({ id: `go:${to}`, label, group: 'go', keywords, run: () => void navigate(to) });
  return (
    <Link to={to} className="shell__link" aria-current={open ? 'page' : undefined}>
      {icon}
      {label}
      {badge}
    </Link>
  );
}
