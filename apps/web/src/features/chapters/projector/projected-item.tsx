import { TRIAGE_REASON_TITLES } from '@chapterhouse/domain/chapters/triage-state';
import { deadlineOf } from '@chapterhouse/domain/impediments/impediment-deadline';
import { SEVERITY_TITLES } from '@chapterhouse/domain/impediments/impediment-fields';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { deadlineWords, plural, useImpedimentLevels, useNow } from '../../impediments/public';
import { ResultBadge } from '../triage/result-badge';
import { type ShownItem, titleOf } from '../triage/triage-items';
import { ProjectedDots } from './projected-dots';

/** What is spoken about, for the whole room: why, what, and the few facts that decide. */
export function ProjectedItem({ item, position, of }: { item: ShownItem; position: number; of: number }) {
  const { impediment, reason, why, result, note, dots, actions } = item;
  const today = useToday();
  return (
    <section className="projector__item" aria-label="Under discussion">
      <p className="projector__why">
        {position} of {of} · {TRIAGE_REASON_TITLES[reason]} · {why}
      </p>
      <h1>
        {impediment && <span className="projector__key">{impediment.key} </span>}
        {titleOf(item)}
      </h1>
      <p>
        <ProjectedDots dots={dots} />
      </p>
      {impediment && <Facts impediment={impediment} />}
      {actions.length > 0 && (
        <ul className="projector__actions" aria-label="Actions">
          {actions.map(({ id, title, owner, dueOn }) => (
            <li key={id}>
              {title} <span>{`${owner.name}, by ${dayWords(dueOn, today)}`}</span>
            </li>
          ))}
        </ul>
      )}
      {result !== null && (
        <div className="projector__result">
          <ResultBadge result={result} />
          {note !== null && <p>{note}</p>}
        </div>
      )}
    </section>
  );
}

function Facts({ impediment }: { impediment: NonNullable<ShownItem['impediment']> }) {
  const { nameOf } = useImpedimentLevels();
  const deadline = deadlineOf(impediment, useToday(), useNow());
  const { affectedTeams, blockedTeamDays, level, severity, owner, source } = impediment;
  const facts = [
    { label: 'Affects', value: affectedTeams.map(({ name }) => name).join(', ') },
    { label: 'Cost so far', value: plural(blockedTeamDays, 'team-day') },
    source && { label: 'Waits for', value: source.name },
    { label: 'Owner', value: owner?.name ?? 'Nobody yet' },
    { label: 'Level', value: nameOf(level) },
    severity && { label: 'Severity', value: SEVERITY_TITLES[severity] },
    deadline && { label: 'Clock', value: deadlineWords(deadline) },
  ].filter((fact) => fact !== null);
  return (
    <dl className="projector__facts">
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
