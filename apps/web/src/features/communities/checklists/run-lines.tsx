import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import { Link } from 'react-router';
import type { RunLineFragment } from '../../../generated/graphql';
import { momentWords } from '../../../platform/dates/day-words';
import { useViewer } from '../../../platform/session/session-provider';
import './runs.css';

export type RunLinesProps = {
  runs: readonly RunLineFragment[];
  label: string;
  /** Whose they are is said already. */
  withoutTeam?: boolean;
};

/** Runs of checklists, each with how far it is. */
export function RunLines({ runs, label, withoutTeam = false }: RunLinesProps) {
  const { timeZone } = useViewer().organization;
  return (
    <ul className="run-lines" aria-label={label}>
      {runs.map(({ id, title, done, total, endedAt, startedAt, startedBy, team, version }) => (
        <li key={id} className="run-line">
          <div>
            <Link to={`/checklist-runs/${id}`}>{title}</Link>
            <div className="run-line__of">
              {version.artifact.title}
              {!withoutTeam && team && `, ${team.name}`}; {startedBy.name},{' '}
              {endedAt === null ? momentWords(startedAt, timeZone) : `ended ${momentWords(endedAt, timeZone)}`}
            </div>
          </div>
          <ProgressBar label="Done" done={done} total={total} />
        </li>
      ))}
    </ul>
  );
}
