import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TeamPracticeQuery } from '../../../generated/graphql';
import { dayWords } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useCommunityChanges } from '../community/use-community-changes';
import { IdeaLines } from '../ideas/idea-lines';
import { behindWords, FEEL_WORDS } from './adoption-words';
import { TEAM_PRACTICE } from './adoption.operations';
import { EditAdoptionDialog } from './edit-adoption-dialog';
import './practice-of-team.css';

type Followed = TeamPracticeQuery['team']['adoptions'][number];

/** Part of a team's page: what it follows of what communities publish, and what it tries. */
export function PracticeOfTeam({ teamId }: { teamId: string }) {
  const { data, error, refetch } = useQuery(TEAM_PRACTICE, {
    variables: { id: teamId },
    fetchPolicy: 'cache-and-network',
  });
  useCommunityChanges(data !== undefined, refetch);
  const [edited, edit] = useState<Followed | null>(null);
  if (!data) {
    if (!error) return <Skeleton lines={2} label="Loading what the team follows" />;
    return <RefusalNote refusal={shownRefusal(error)} />;
  }
  const { adoptions, trials } = data.team;
  return (
    <div className="practice-of-team">
      {adoptions.length === 0 && trials.length === 0 && (
        <p className="practice-of-team__none">The team follows nothing of what communities publish yet.</p>
      )}
      {adoptions.length > 0 && (
        <ul className="practice-of-team__lines" aria-label="What the team follows">
          {adoptions.map((adoption) => (
            <Line key={adoption.id} adoption={adoption} onEdit={() => edit(adoption)} />
          ))}
        </ul>
      )}
      {trials.length > 0 && (
        <>
          <h3>On trial</h3>
          <IdeaLines label="What the team tries" ideas={trials} />
        </>
      )}
      <div>
        <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to="/artifacts">
          Find something to follow
        </Link>
      </div>
      {edited && (
        <EditAdoptionDialog
          adoption={edited}
          title={edited.artifact.title}
          numbers={Array.from({ length: edited.version.number + edited.behindBy }, (_, index) => index + 1)}
          onClose={() => edit(null)}
        />
      )}
    </div>
  );
}

function Line({ adoption, onEdit }: { adoption: Followed; onEdit: () => void }) {
  const today = useToday();
  const { artifact, version, behindBy, since, feel, note } = adoption;
  return (
    <li>
      <span>
        <Link to={`/artifacts/${artifact.key}`}>
          {artifact.key} {artifact.title}
        </Link>
      </span>
      <span className="practice-of-team__facts">
        <span data-behind={behindBy > 0 || undefined}>
          version {version.number}, {behindWords(adoption)}
        </span>
        <span>since {dayWords(since, today)}</span>
        {feel !== null && <span>{FEEL_WORDS[feel].toLowerCase()}</span>}
        {can(adoption, 'adoption:edit') && (
          <Button size="sm" variant="ghost" aria-label={`Version of ${artifact.title}, how it goes`} onClick={onEdit}>
            Edit
          </Button>
        )}
      </span>
      {note !== '' && <p className="practice-of-team__note">{note}</p>}
    </li>
  );
}
