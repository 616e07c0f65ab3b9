import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Plus, Search, Sprout } from 'lucide-react';
import { useRef, useState } from 'react';
import { Page } from '../../../platform/page/page';
import { useAddressView } from '../../../platform/page/use-address-view';
import { useTypedText } from '../../../platform/page/use-typed-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { plural } from '../../impediments/public';
import { COMMUNITIES } from '../community/community.operations';
import { FoundCommunityDialog } from '../community/community-dialog';
import { useCommunityChanges } from '../community/use-community-changes';
import { CommunityCard } from './community-card';
import { readDirectory, SHOWN, writeDirectory } from './directory-view';
import '../community/topics.css';
import './communities-page.css';

/** Communities at a time. */
const PAGE = 24;

/** `/communities`: where people of many teams get better at one practice. */
export function CommunitiesPage() {
  const { view, change } = useAddressView(readDirectory, writeDirectory);
  const [founding, setFounding] = useState(false);
  const [more, setMore] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useTypedText(view.text, (words) => change({ text: words }));
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(COMMUNITIES, {
    variables: {
      text: view.text.trim() === '' ? null : view.text.trim(),
      mine: view.show === 'mine' ? true : null,
      closed: view.show === 'closed' ? true : null,
      first: PAGE,
    },
    fetchPolicy: 'cache-and-network',
  });
  useCommunityChanges(data !== undefined, refetch);
  useShortcut({ key: 'n', label: 'Found a community', group: 'create', run: () => setFounding(true) });
  useShortcut({ key: '/', label: 'Search the communities', run: () => field.current?.focus() });
  const found = (data ?? previousData)?.communities;
  const narrowed = view.text.trim() !== '' || view.show !== 'all';
  const foundOne = (
    <Button icon={<Plus aria-hidden />} onClick={() => setFounding(true)}>
      Found a community <Kbd>n</Kbd>
    </Button>
  );
  const showMore = async () => {
    setMore(true);
    // A refusal shows as the query's own error.
    await fetchMore({ variables: { after: found?.pageInfo.endCursor ?? null } }).catch(() => {});
    setMore(false);
  };
  return (
    <Page
      title="Communities"
      subtitle="People of many teams who get better at one practice, and publish what they learned"
      actions={(narrowed || (found && found.totalCount > 0)) && foundOne}
    >
      <div className="communities-page">
        {(narrowed || (found && found.totalCount > 0)) && (
          <search className="communities-page__filter" aria-label="Search the communities">
            <div className="communities-page__text">
              <Search aria-hidden />
              <input
                ref={field}
                type="search"
                className="ch-input"
                aria-label="Search the communities"
                placeholder="A name, a topic, what it is for"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
              <Kbd>/</Kbd>
            </div>
            <Segments label="Which" value={view.show} onChange={(show) => change({ show })} options={SHOWN} />
          </search>
        )}
        {error && (
          <RefusalNote
            refusal={shownRefusal(error)}
            action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
          />
        )}
        {!found && loading && <Skeleton shape="card" lines={6} label="Loading the communities" />}
        {found && found.edges.length === 0 && !narrowed && (
          <EmptyState icon={<Sprout />} title="No community yet" action={foundOne}>
            What one team learned, all teams can follow: a community writes playbooks, templates, checklists and
            decision trees together, tries ideas in a team before it recommends them, and sees who follows which
            version.
          </EmptyState>
        )}
        {found && found.edges.length === 0 && narrowed && (
          <p className="communities-page__none">
            {view.text.trim() !== ''
              ? 'No community has these words.'
              : view.show === 'mine'
                ? 'You are in no community. Join one that interests you: everybody may.'
                : 'No community is closed.'}{' '}
            <Button size="sm" variant="ghost" onClick={() => change({ text: '', show: 'all' })}>
              Show all
            </Button>
          </p>
        )}
        {found && found.edges.length > 0 && (
          <>
            <ul className="communities" aria-label="Communities" data-stale={data ? undefined : true}>
              {found.edges.map(({ node }) => (
                <CommunityCard key={node.id} community={node} />
              ))}
            </ul>
            {found.pageInfo.hasNextPage && (
              <p className="communities-page__more">
                {found.edges.length} of {plural(found.totalCount, 'community', 'communities')}{' '}
                <Button pending={more} onClick={() => void showMore()}>
                  Show more
                </Button>
              </p>
            )}
          </>
        )}
      </div>
      {founding && <FoundCommunityDialog onClose={() => setFounding(false)} />}
    </Page>
  );
}
