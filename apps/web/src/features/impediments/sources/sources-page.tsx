import { useQuery } from '@apollo/client/react';
import { SOURCE_KIND_TITLES, SOURCE_KINDS } from '@chapterhouse/domain/impediments/impediment-fields';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Segments } from '@chapterhouse/ui/segments';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { TextField } from '@chapterhouse/ui/text-field';
import { Hourglass, Merge } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useLiveImpediments } from '../live-board/use-live-impediments';
import { plural } from '../plural';
import { RaiseImpedimentButton } from '../raise-impediment/raise-impediment-button';
import { useSourceDialogs } from './source-dialogs';
import { SOURCES_LIST } from './source-pages.operations';
import { SourcesTable } from './sources-table';
import { ORDERS, readSourcesView, type SourcesView, writeSourcesView } from './sources-view';
import './sources-page.css';

/** Rows at a time; and how many the server tells of. */
const PAGE = 100;
const MOST = 500;
const KIND_OPTIONS = SOURCE_KINDS.map((value) => ({ value, label: SOURCE_KIND_TITLES[value] }));

/** `/sources`: what the teams wait for, what costs most first. */
export function SourcesPage() {
  const { view, change } = useAddressView(readSourcesView, writeSourcesView);
  const [first, setFirst] = useState(PAGE);
  const { data, previousData, error, loading, refetch } = useQuery(SOURCES_LIST, {
    variables: { search: view.text.trim() || null, kinds: view.kind && [view.kind], order: view.order, first },
    fetchPolicy: 'cache-and-network',
  });
  useLiveImpediments(data !== undefined, refetch);
  // While another view loads, the one before stays.
  const sources = (data ?? previousData)?.sources;
  const { ask, dialog } = useSourceDialogs();
  const mayMerge = can(sources?.[0], 'source:merge');
  useShortcut({ key: 'm', label: 'Merge two sources', when: mayMerge, run: () => ask({ ask: 'merge', source: null }) });
  const all = sources !== undefined && sources.length < first;
  return (
    <Page
      title="Sources"
      subtitle={sources && all && plural(sources.length, 'source')}
      actions={
        mayMerge && (
          <Button icon={<Merge aria-hidden />} onClick={() => ask({ ask: 'merge', source: null })}>
            Merge two…
          </Button>
        )
      }
    >
      <SourcesFilter view={view} onChange={change} />
      {error && (
        <RefusalNote
          refusal={shownRefusal(error)}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!sources && !error && <Skeleton shape="card" lines={8} label="Loading the sources" />}
      {sources?.length === 0 && <NoSources filtered={view.text.trim() !== '' || view.kind !== null} />}
      {sources && sources.length > 0 && (
        <>
          <SourcesTable sources={sources} order={view.order} onAsk={ask} />
          {!all && (
            <div className="sources__more">
              {first < MOST ? (
                <>
                  <span>{sources.length} shown</span>
                  <Button pending={loading} onClick={() => setFirst(Math.min(MOST, first + PAGE))}>
                    Show more
                  </Button>
                </>
              ) : (
                <span>The first {MOST} are shown. Search by name, or choose a kind, to find others.</span>
              )}
            </div>
          )}
        </>
      )}
      {dialog}
    </Page>
  );
}

type SourcesFilterProps = { view: SourcesView; onChange: (part: Partial<SourcesView>) => void };

function SourcesFilter({ view, onChange }: SourcesFilterProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useTypedText(view.text, (words) => onChange({ text: words }));
  useShortcut({ key: '/', label: 'Search by name', run: () => field.current?.focus() });
  return (
    <search className="sources__filter" aria-label="Filter the sources">
      <TextField
        ref={field}
        type="search"
        label="Name"
        labelHidden
        placeholder="Search by name"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Select
        label="Kind"
        labelHidden
        placeholder="Any kind"
        options={KIND_OPTIONS}
        value={view.kind ?? ''}
        onChange={({ target: { value } }) => onChange({ kind: SOURCE_KINDS.find((kind) => kind === value) ?? null })}
      />
      <Segments label="Order by" value={view.order} onChange={(order) => onChange({ order })} options={ORDERS} />
    </search>
  );
}

function NoSources({ filtered }: { filtered: boolean }) {
  if (filtered)
    return (
      <EmptyState
        icon={<Hourglass />}
        title="No source fits"
        action={
          <Link className={buttonLook()} to="/sources">
            Show all sources
          </Link>
        }
      >
        Sources are found by any part of their name, also by names of those that were merged into them.
      </EmptyState>
    );
  return (
    <EmptyState icon={<Hourglass />} title="No sources yet" action={<RaiseImpedimentButton />}>
      A source is what teams wait for: a department, a service, a vendor, another team, a policy. It is named under
      “Waits for” while somebody raises or edits an impediment; here it shows what waiting for it costs, and whether it
      comes back.
    </EmptyState>
  );
}
