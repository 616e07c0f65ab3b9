import { NavLink } from 'react-router';
import './settings-tabs.css';

const TABS = [
  { to: '/organization/settings/ladder', label: 'Escalation ladder' },
  { to: '/organization/settings/calendar', label: 'Working calendar' },
];

/** What the organization settles once for all, a screen each. */
export function SettingsTabs() {
  return (
    <nav className="settings-tabs" aria-label="Settings of the organization">
      {TABS.map(({ to, label }) => (
        <NavLink key={to} to={to} className="settings-tabs__tab">
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
