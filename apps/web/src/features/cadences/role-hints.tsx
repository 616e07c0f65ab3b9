import { type Role, ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Ear } from 'lucide-react';
import './role-hints.css';

export type RoleHintsProps = { hints: readonly { role: Role; words: string }[] };

/** What a meeting asks of an accountability: listen, don't direct. */
export function RoleHints({ hints }: RoleHintsProps) {
  return (
    <ul className="role-hints" aria-label="Hints for who takes part">
      {hints.map(({ role, words }) => (
        <li key={role}>
          <Ear aria-hidden />
          <span>
            <strong>{ROLE_TITLES[role]}:</strong> {words}
          </span>
        </li>
      ))}
    </ul>
  );
}
