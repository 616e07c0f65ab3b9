import { NavLink } from 'react-router';
import './planning-tabs.css';

export type PlanningTab = { to: string; label: string; count?: number };

/** Screens of one thing, side by side; each has an address. */
export function PlanningTabs({ label, tabs }: { label: string; tabs: readonly PlanningTab[] }) {
  return (
    <nav className="planning-tabs" aria-label={label}>
      {tabs.map(({ to, label: name, count }) => (
        <NavLink key={to} to={to} end>
          {name}
          {count !== undefined && count > 0 && (
            <span className="planning-tabs__count">{count.toLocaleString('en')}</span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
