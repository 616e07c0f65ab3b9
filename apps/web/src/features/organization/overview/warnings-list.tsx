import { Button } from '@chapterhouse/ui/button';
import { ChevronDown, TriangleAlert } from 'lucide-react';
import { useId, useState } from 'react';
import type { WarningFragment } from '../../../generated/graphql';
import { WarningItem } from './warning-item';
import { WARNING_ORDER, WARNING_TITLES } from './warning-words';
import './warnings-list.css';

export type WarningsListProps = { warnings: readonly WarningFragment[] };

/** More of one kind than these are shown on demand. */
const SHOWN = 6;

/** All there is to look at, in one calm place, grouped by what it is. Nothing at all when all is well. */
export function WarningsList({ warnings }: WarningsListProps) {
  // On a phone the teams would be a long way down.
  const [open, setOpen] = useState(() => !window.matchMedia('(max-width: 48rem)').matches);
  const id = useId();
  const groups = WARNING_ORDER.map((code) => ({
    code,
    of: warnings.filter((warning) => warning.code === code),
  })).filter(({ of }) => of.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="warnings" aria-label="To look at">
      <button
        type="button"
        className="warnings__head"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <TriangleAlert aria-hidden />
        {warnings.length === 1 ? 'One thing to look at' : `${warnings.length} things to look at`}
        <ChevronDown className="warnings__chevron" aria-hidden />
      </button>
      <dl className="warnings__groups" id={id} hidden={!open}>
        {groups.map(({ code, of }) => (
          <WarningGroup key={code} title={WARNING_TITLES[code]} warnings={of} />
        ))}
      </dl>
    </section>
  );
}

function WarningGroup({ title, warnings }: { title: string; warnings: readonly WarningFragment[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? warnings : warnings.slice(0, SHOWN);
  const hidden = warnings.length - shown.length;
  return (
    <div className="warnings__group">
      <dt>{title}</dt>
      <dd>
        <ul className="warnings__items">
          {shown.map((warning) => (
            <li key={keyOf(warning)}>
              <WarningItem warning={warning} />
            </li>
          ))}
          {hidden > 0 && (
            <li>
              <Button size="sm" variant="ghost" onClick={() => setAll(true)}>
                {hidden} more
              </Button>
            </li>
          )}
        </ul>
      </dd>
    </div>
  );
}

function keyOf({ code, role, scope, people }: WarningFragment): string {
  return [code, role, scope?.id, ...people.map(({ id }) => id)].join(' ');
}
