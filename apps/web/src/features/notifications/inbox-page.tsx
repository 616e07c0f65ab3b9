import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Segments } from '@chapterhouse/ui/segments';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { Inbox } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Page } from '../../platform/page/page';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { useLineKeys } from '../../platform/shortcuts/use-line-keys';
import { INBOX, INBOX_UNREAD, MARK_INBOX_READ, MARK_WHOLE_INBOX_READ } from './inbox.operations';
import { InboxList } from './inbox-list';
import { useMarkRead } from './use-mark-read';
import { useReadKey } from './use-read-key';

const SHOWN = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
  { value: 'mentions', label: 'Mentions' },
] as const;
type Show = (typeof SHOWN)[number]['value'];

const PAGE = 30;

/** `/inbox`: what concerns this person, and why it reached them. */
export function InboxPage() {
  const client = useApolloClient();
  const mark = useMarkRead();
  const [params, setParams] = useSearchParams();
  const show: Show = SHOWN.find(({ value }) => value === params.get('show'))?.value ?? 'all';
  const variables = {
    first: PAGE,
    unreadOnly: show === 'unread',
    ...(show === 'mentions' && { reason: 'MENTIONED' as const }),
  };
  const { data, error, loading, fetchMore, refetch } = useQuery(INBOX, {
    variables,
    fetchPolicy: 'cache-and-network',
  });
  const inbox = data?.inbox;
  const entries = (inbox?.edges ?? []).map(({ node }) => node);
  useLineKeys(entries.length > 0);
  useReadKey(entries, (entry, read) => void mark(entry, read));

  const readAll = async () => {
    const ids = entries.filter(({ readAt }) => readAt === null).map(({ id }) => id);
    const again = () => client.refetchQueries({ include: [INBOX, INBOX_UNREAD] });
    try {
      await client.mutate({ mutation: MARK_WHOLE_INBOX_READ, variables: { until: new Date().toISOString() } });
      await again();
      const undo = async () => {
        await client.mutate({ mutation: MARK_INBOX_READ, variables: { ids, read: false } });
        await again();
      };
      notify({
        title: 'Everything is marked as read.',
        ...(ids.length > 0 && { action: { label: 'Undo', onSelect: () => void undo() } }),
      });
    } catch (failure) {
      const { title, next } = shownRefusal(failure);
      notify({ tone: 'problem', title, detail: next });
    }
  };

  return (
    <Page
      title="Inbox"
      width="narrow"
      subtitle={inbox && `${inbox.unreadCount.toLocaleString('en')} unread`}
      actions={
        <>
          <Segments
            label="Show"
            value={show}
            onChange={(next) => setParams(next === 'all' ? {} : { show: next }, { replace: true })}
            options={SHOWN}
          />
          <Button size="sm" disabled={!inbox || inbox.unreadCount === 0} onClick={() => void readAll()}>
            Mark all as read
          </Button>
        </>
      }
    >
      {!inbox && loading && <Skeleton lines={6} label="Loading the inbox" />}
      {!inbox && error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {inbox && entries.length === 0 && (
        <EmptyState icon={<Inbox />} title={show === 'all' ? 'Nothing has come yet' : 'Nothing here'}>
          Here you find what concerns you: where somebody mentions you, what becomes yours, decisions that wait for you
          or that you are to hear of, and what happens to impediments that you own, raised or watch.
        </EmptyState>
      )}
      {inbox && entries.length > 0 && (
        <InboxList label="Inbox" entries={entries} onRead={(entry, read) => void mark(entry, read)} />
      )}
      {inbox?.pageInfo.hasNextPage && (
        <div className="inbox__more">
          <Button
            pending={loading}
            onClick={() => void fetchMore({ variables: { after: inbox.pageInfo.endCursor } }).catch(() => {})}
          >
            Show earlier ones
          </Button>
        </div>
      )}
    </Page>
  );
}
