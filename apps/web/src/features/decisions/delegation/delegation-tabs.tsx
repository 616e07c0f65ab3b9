import { NavLink } from 'react-router';
import './delegation-tabs.css';

const TABS = [
  { to: '/decisions/delegation', label: 'Board' },
  { to: '/decisions/delegation/numbers', label: 'Numbers' },
];

/** Who is trusted with what, and how it goes. */
export function DelegationTabs() {
  return (
    <nav className="delegation-tabs" aria-label="Delegation">
      {TABS.map(({ to, label }) => (
        <NavLink key={to} to={to} end className="delegation-tabs__tab">
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
