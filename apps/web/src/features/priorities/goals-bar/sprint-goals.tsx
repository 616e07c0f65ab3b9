import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { Flag } from 'lucide-react';
import { Link } from 'react-router';
import type { PlanningGoalsQuery } from '../../../generated/graphql';
import { addDays, dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';

type Goals = PlanningGoalsQuery['planningGoals']['sprintGoals'];

/** What the teams are after in the sprints that run now; behind one button, since a product may have a hundred of them. */
export function SprintGoals({ goals }: { goals: Goals }) {
  const today = useToday();
  if (goals.length === 0) return <span className="goals-bar__none">No sprint runs.</span>;
  return (
    <Popover
      label="Sprint Goals"
      align="end"
      trigger={
        <Button size="sm" variant="ghost" icon={<Flag aria-hidden />}>
          {goals.length.toLocaleString('en')}
          <span className="goals-bar__wide">{goals.length === 1 ? ' Sprint Goal' : ' Sprint Goals'}</span>
        </Button>
      }
    >
      <ul className="goals-bar__sprints">
        {goals.map(({ team, sprint: { id, name, goal, endsBefore } }) => (
          <li key={id + team.id}>
            <p className="goals-bar__sprint">
              <Link to={`/teams/${team.id}`}>{team.name}</Link>
              <span>
                {name}
                {endsBefore !== null && `, until ${dayWords(addDays(endsBefore, -1), today)}`}
              </span>
            </p>
            <p className={goal === '' ? 'goals-bar__none' : undefined}>{goal === '' ? 'No goal is written.' : goal}</p>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
