import { IconButton } from '@chapterhouse/ui/icon-button';
import { ChevronDown } from 'lucide-react';
import type { Role } from '@chapterhouse/domain/organization/role';
import { can } from '../../../platform/session/can';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { useDialogs } from '../dialogs/use-dialogs';
import { placeAnchor } from '../roles/scope-link';
import { Answer } from './answer';
import { AreaMenu } from './area-menu';
import type { OverviewArea } from './overview-types';
import { TeamRow } from './team-row';
import './area-block.css';

export type AreaBlockProps = { area: OverviewArea; open: boolean; onToggle: () => void };

/** The columns of an area, above those of its teams. */
const COLUMNS: readonly Role[] = ['AREA_PRODUCT_OWNER', 'SCRUM_OF_SCRUMS_MASTER', 'TECHNICAL_LEAD'];

/** An area with who answers for it, and its teams. */
export function AreaBlock({ area, open, onToggle }: AreaBlockProps) {
  const show = useDialogs();
  const today = useToday();
  const count = area.teams.length;
  const listId = `${placeAnchor(area.id)}-teams`;
  return (
    <section className="area-block" aria-label={area.name}>
      <div className="area-block__head" id={placeAnchor(area.id)} tabIndex={-1}>
        <div className="area-block__title">
          {count > 0 && (
            <IconButton
              size="sm"
              className="area-block__toggle"
              label={open ? `Hide the teams of ${area.name}` : `Show the teams of ${area.name}`}
              aria-expanded={open}
              aria-controls={listId}
              icon={<ChevronDown aria-hidden />}
              onClick={onToggle}
            />
          )}
          <div className="area-block__names">
            <h3>{area.name}</h3>
            <p className="area-block__count" title={area.purpose || undefined}>
              {area.archivedOn && <span className="place-tag">archived {dayWords(area.archivedOn, today)}</span>}
              {count === 0 ? 'no teams' : `${count} ${count === 1 ? 'team' : 'teams'}`}
            </p>
            {count === 0 && !area.archivedOn && can(area, 'team:create') && (
              <button
                type="button"
                className="answer__assign"
                aria-label={`Add the first team of ${area.name}`}
                onClick={() => show({ ask: 'create-team', area })}
              >
                Add one
              </button>
            )}
          </div>
        </div>
        <dl className="area-block__answers">
          {COLUMNS.map((role) => {
            const answer = area.accountabilities.find((one) => one.role === role);
            return answer ? <Answer key={role} answer={answer} place={area} /> : <div key={role} aria-hidden />;
          })}
        </dl>
        <div className="overview__menu">
          <AreaMenu area={area} />
        </div>
      </div>
      {count > 0 && (
        <ul className="area-block__teams" id={listId} hidden={!open}>
          <li className="area-block__columns" aria-hidden>
            <span>Team</span>
            <span>Product Owner</span>
            <span>Scrum Master</span>
            <span>Developers</span>
          </li>
          {area.teams.map((team) => (
            <TeamRow key={team.id} team={team} area={area} />
          ))}
        </ul>
      )}
    </section>
  );
}
