import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Users } from 'lucide-react';
import { useState } from 'react';
import type { PersonRowFragment } from '../../../generated/graphql';
import { Can } from '../../../platform/session/can';
import { useDialogs } from '../dialogs/use-dialogs';
import { PersonRow } from './person-row';

export type PeopleListProps = {
  people: readonly PersonRowFragment[];
  total: number;
  search: string | null;
  onSearch: (text: string) => void;
  /** Null: all are shown. */
  onMore: (() => Promise<unknown>) | null;
};

export function PeopleList({ people, total, search, onSearch, onMore }: PeopleListProps) {
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);
  const more = () => {
    setPending(true);
    setFailed(false);
    void onMore?.()
      .catch(() => setFailed(true))
      .finally(() => setPending(false));
  };
  if (people.length === 0) return <NoPeople search={search} onSearch={onSearch} />;
  return (
    <>
      <ul className="people" aria-label="People">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
      {onMore && (
        <div className="people__more">
          <Button pending={pending} onClick={more}>
            Show more
          </Button>
          <span className="people__shown">
            {failed ? 'That did not work; try again.' : `${people.length} of ${total} shown`}
          </span>
        </div>
      )}
    </>
  );
}

function NoPeople({ search, onSearch }: Pick<PeopleListProps, 'search' | 'onSearch'>) {
  const show = useDialogs();
  if (search !== null) {
    return (
      <EmptyState
        icon={<Users />}
        title={`Nobody is called “${search}”`}
        action={
          <>
            <Button onClick={() => onSearch('')}>Show everybody</Button>
            <Can do="person:add">
              <Button onClick={() => show({ ask: 'add-person' })}>Add person</Button>
            </Can>
          </>
        }
      >
        People are found by any part of their name.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Users />}
      title="Nobody is here yet"
      action={
        <Can do="person:add">
          <Button variant="primary" onClick={() => show({ ask: 'add-person' })}>
            Add person
          </Button>
        </Can>
      }
    >
      Everybody with a role will be listed here, with or without an account.
    </EmptyState>
  );
}
