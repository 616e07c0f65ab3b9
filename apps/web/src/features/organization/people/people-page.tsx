import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { UserPlus } from 'lucide-react';
import { OfferedCommand } from '../../../platform/commands/offered-command';
import { Page } from '../../../platform/page/page';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { Can } from '../../../platform/session/can';
import { useToday } from '../../../platform/dates/use-today';
import { OrganizationDialogs } from '../dialogs/organization-dialogs';
import { useDialogs } from '../dialogs/use-dialogs';
import { useLiveOrganization } from '../live-organization';
import { useFilter } from '../overview/use-filter';
import { PeopleList } from './people-list';
import { PeopleSearch } from './people-search';
import { PeopleSkeleton } from './people-skeleton';
import { PEOPLE } from './people.operations';
import { usePatient } from './use-patient';
import './people.css';

/** People fetched at once. */
const PAGE = 50;

/** `/people`: everybody, found by name. */
export function PeoplePage() {
  return (
    <OrganizationDialogs>
      <Directory />
    </OrganizationDialogs>
  );
}

function Directory() {
  const show = useDialogs();
  const on = useToday();
  const [text, setText] = useFilter();
  const search = usePatient(text.trim()) || null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(PEOPLE, {
    variables: { search, first: PAGE, on },
    fetchPolicy: 'cache-and-network',
  });
  const people = (data ?? previousData)?.people;
  // As many as are shown: a change must not fold the list under the reader.
  const again = () => refetch({ first: Math.min(100, Math.max(PAGE, people?.edges.length ?? 0)) });
  useLiveOrganization(people !== undefined, again);

  return (
    <Page
      title="People"
      subtitle={people && search === null && countWords(people.totalCount)}
      actions={
        <Can do="person:add">
          <OfferedCommand
            id="create:person"
            label="Add a person …"
            group="create"
            run={() => show({ ask: 'add-person' })}
          />
          <Button icon={<UserPlus aria-hidden />} onClick={() => show({ ask: 'add-person' })}>
            Add person
          </Button>
        </Can>
      }
    >
      <PeopleSearch text={text} onText={setText} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!people && !error && <PeopleSkeleton />}
      {people && (
        <PeopleList
          people={people.edges.map(({ node }) => node)}
          total={people.totalCount}
          search={search}
          onSearch={setText}
          onMore={
            people.pageInfo.hasNextPage
              ? () => fetchMore({ variables: { after: people.pageInfo.endCursor ?? null } })
              : null
          }
        />
      )}
    </Page>
  );
}

function countWords(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;
}
