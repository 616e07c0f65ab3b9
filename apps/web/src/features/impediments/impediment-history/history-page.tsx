import { useQuery } from '@apollo/client/react';
import { IMPEDIMENT_STATE_TITLES, IMPEDIMENT_STATES } from '@chapterhouse/domain/impediments/impediment-state';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { History } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { CsvLink } from '../csv-file/csv-link';
import { plural } from '../plural';
import { useTeams } from '../use-teams';
import { filterInput, type HistoryFilter, readHistoryFilter, writeHistoryFilter } from './history-filter';
import { IMPEDIMENT_HISTORY } from './history.operations';
import { HistoryTable } from './history-table';
import './history-page.css';

/** Rows at a time. */
const PAGE = 50;
const STATE_OPTIONS = IMPEDIMENT_STATES.map((value) => ({ value, label: IMPEDIMENT_STATE_TITLES[value] }));

/** `/impediments/history`: every impediment there ever was, open ones too, last changed first. */
export function HistoryPage() {
  const { view: filter, change } = useAddressView(readHistoryFilter, writeHistoryFilter);
  const { data, previousData, error, loading, fetchMore, refetch } = useQuery(IMPEDIMENT_HISTORY, {
    variables: { first: PAGE, filter: filterInput(filter) },
    fetchPolicy: 'cache-and-network',
  });
  const [more, setMore] = useState(false);
  const found = (data ?? previousData)?.impediments;
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <Page
      title="History"
      subtitle={found && plural(found.totalCount, 'impediment')}
      actions={found && found.totalCount > 0 && <CsvLink screen="history" params={writeHistoryFilter(filter)} />}
    >
      <HistoryFilters filter={filter} onChange={change} />
      {error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!found && loading && <Skeleton shape="card" lines={8} label="Loading the history" />}
      {found && found.edges.length === 0 && <NothingFound filtered={writeHistoryFilter(filter).size > 0} />}
      {found && found.edges.length > 0 && (
        <>
          <HistoryTable impediments={found.edges.map(({ node }) => node)} />
          {found.pageInfo.hasNextPage && (
            <div className="history__more">
              <span>
                {found.edges.length.toLocaleString('en')} of {found.totalCount.toLocaleString('en')}
              </span>
              <Button pending={more} onClick={() => void showMore()}>
                Show more
              </Button>
            </div>
          )}
        </>
      )}
    </Page>
  );
}

type HistoryFiltersProps = { filter: HistoryFilter; onChange: (part: Partial<HistoryFilter>) => void };

function HistoryFilters({ filter, onChange }: HistoryFiltersProps) {
  const { areas, teams } = useTeams();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useTypedText(filter.text, (words) => onChange({ text: words }));
  useShortcut({ key: '/', label: 'Search by words', run: () => field.current?.focus() });
  return (
    <search className="history__filters" aria-label="Filter the history">
      <TextField
        ref={field}
        type="search"
        label="Words"
        labelHidden
        placeholder="Search title and description"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        label="State"
        labelHidden
        placeholder="Any state"
        options={STATE_OPTIONS}
        value={filter.state ?? ''}
        onChange={(event) => onChange({ state: IMPEDIMENT_STATES.find((one) => one === event.target.value) ?? null })}
      />
      <Select
        label="Area"
        labelHidden
        placeholder="Any area"
        options={areas}
        value={filter.area}
        onChange={(event) => onChange({ area: event.target.value, team: '' })}
      />
      <Select
        label="Team"
        labelHidden
        placeholder="Any team"
        options={teams
          .filter(
            ({ detail }) => filter.area === '' || detail === areas.find(({ value }) => value === filter.area)?.label,
          )
          .map(({ value, label }) => ({ value, label }))}
        value={filter.team}
        onChange={(event) => onChange({ team: event.target.value })}
      />
    </search>
  );
}

function NothingFound({ filtered }: { filtered: boolean }) {
  const action = (
    <Link className={buttonLook()} to={filtered ? '/impediments/history' : '/impediments'}>
      {filtered ? 'Clear the filter' : 'Go to the board'}
    </Link>
  );
  return (
    <EmptyState icon={<History />} title={filtered ? 'Nothing fits this filter' : 'No impediments yet'} action={action}>
      {filtered
        ? 'Try fewer words, or another state, area or team.'
        : 'Every impediment stays here, with how it was removed, for whoever meets the same again.'}
    </EmptyState>
  );
}
