import { ROLE_TITLES } from '@chapterhouse/domain/organization/role';
import { Avatar } from '@chapterhouse/ui/avatar';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Link } from 'react-router';
import { useViewer } from '../../../platform/session/session-provider';
import { ChapterPart } from './chapter-part';
import type { ShownChapter } from './chapter-page';

const KINDS = { PRIMARY: null, BACKUP: 'backup', ACTING: 'acting', ASSOCIATE: 'associate' } as const;

/** Who it is: nobody is added here, they follow from the roles of today. */
export function ChapterMembers({ chapter: { leader, members, scope } }: { chapter: ShownChapter }) {
  const { person: viewer } = useViewer();
  const names = new Intl.ListFormat('en', { type: 'conjunction' });
  return (
    <ChapterPart title="Members" count={new Set(members.map(({ person }) => person.id)).size}>
      {leader === null && (
        <ErrorNote
          tone="attention"
          title="Nobody leads the chapter."
          next={`${scope.kind === 'ORGANIZATION' ? 'The organization' : scope.name} has no Scrum of Scrums Master today; its members triage all the same.`}
        />
      )}
      {members.length === 0 && (
        <p className="chapter__quiet">No team here has a Scrum Master. Who becomes one is a member at once.</p>
      )}
      <ul className="chapter-members">
        {members.map(({ person, role, kind, teams, away, standIn }) => (
          <li key={`${person.id}-${role}-${kind}-${teams.map(({ id }) => id).join()}`}>
            <Avatar name={person.name} decorative />
            <span>
              <Link to={`/people/${person.id}`}>{person.name}</Link>
              {leader?.id === person.id && <span className="chapter-members__leads">leads</span>}
              <span className="chapter-members__what">
                {[
                  [ROLE_TITLES[role], KINDS[kind] && `(${KINDS[kind]})`].filter(Boolean).join(' '),
                  teams.length > 0 && names.format(teams.map(({ name }) => name)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {away && (
                <span className="chapter-members__away">
                  Away{standIn ? `; ${standIn.name} stands in` : ', nobody stands in'}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
      {members.some(({ person }) => person.id === viewer.id) && (
        <p>
          <Link to="/mirror">How much of your teams’ meetings you lead, for your eyes alone</Link>
        </p>
      )}
    </ChapterPart>
  );
}
