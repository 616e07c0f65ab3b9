import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { Link } from 'react-router';
import type { SourceFactsFragment } from '../../../generated/graphql';

export type SourceContactProps = { source: SourceFactsFragment; onEdit: (() => void) | null };

/** Somebody here, and words on whom to talk to and how. */
export function SourceContact({ source: { contact, contactPerson }, onEdit }: SourceContactProps) {
  const words = contact.trim();
  if (words === '' && contactPerson === null)
    return (
      <div className="source__nothing">
        <p>Nobody is named yet: whoever meets this next has to find out anew.</p>
        {onEdit && (
          <Button size="sm" onClick={onEdit}>
            Say whom to talk to
          </Button>
        )}
      </div>
    );
  return (
    <>
      {contactPerson && (
        <Link className="source__person" to={`/people/${contactPerson.id}`}>
          <Avatar name={contactPerson.name} size="sm" decorative />
          {contactPerson.name}
        </Link>
      )}
      {words !== '' && <p className="source__contact">{words}</p>}
    </>
  );
}
