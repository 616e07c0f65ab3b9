import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import type { CalendarFeedsQuery, FeedScope } from '../../../generated/graphql';
import { MadeAddress } from '../../../platform/page/made-address';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { Moment } from '../../impediments/public';
import { useMeetingPlaces } from '../use-meeting-places';
import { CALENDAR_FEEDS, CREATE_CALENDAR_FEED, REVOKE_CALENDAR_FEED } from './calendar-feeds.operations';
import './feeds.css';

export type FeedsDialogProps = {
  /** Where one comes from. */
  of?: { scope: FeedScope; id: string } | undefined;
  onClose: () => void;
};

type Feed = CalendarFeedsQuery['calendarFeeds'][number];
type Offer = { key: string; label: string; scope: FeedScope; scopeId: string | null };
const OWN: Offer = { key: 'own', label: 'My meetings', scope: 'PERSON', scopeId: null };

/** Secret addresses that calendars follow: one's own meetings, a team's, a chapter's, a community's; told once, and revoked here. */
export function FeedsDialog({ of, onClose }: FeedsDialogProps) {
  const { places } = useMeetingPlaces();
  const offers = [
    OWN,
    ...places.flatMap(({ kind, id, chapterId, communityId, name }): Offer[] => {
      if (chapterId !== null)
        return [{ key: chapterId, label: `Chapter ${name}`, scope: 'CHAPTER', scopeId: chapterId }];
      if (communityId)
        return [{ key: communityId, label: `Community ${name}`, scope: 'COMMUNITY', scopeId: communityId }];
      return kind === 'TEAM' ? [{ key: id, label: `Team ${name}`, scope: 'TEAM', scopeId: id }] : [];
    }),
  ];
  const [key, setKey] = useState(of?.id ?? OWN.key);
  const chosen = offers.find((one) => one.key === key) ?? OWN;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Follow by a calendar"
      description="Calendars on a phone or a desk show these meetings and follow their changes. Whoever has the address can read it as you do: keep it secret."
    >
      <Select
        label="Which meetings"
        options={offers.map(({ key: value, label }) => ({ value, label }))}
        value={chosen.key}
        onChange={(event) => setKey(event.target.value)}
      />
      <Feeds key={chosen.key} offer={chosen} />
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Feeds({ offer }: { offer: Offer }) {
  const { data, error, loading } = useQuery(CALENDAR_FEEDS, { fetchPolicy: 'cache-and-network' });
  const again = { refetchQueries: [CALENDAR_FEEDS], awaitRefetchQueries: true };
  const create = useAct(CREATE_CALENDAR_FEED, again);
  const revoke = useAct(REVOKE_CALENDAR_FEED, again);
  const [made, setMade] = useState<{ id: string; address: string } | null>(null);
  const add = async () => {
    const done = await create.act({ scope: offer.scope, scopeId: offer.scopeId });
    if (done === null) return;
    const { address, feed } = done.createCalendarFeed;
    setMade({ id: feed.id, address: new URL(address, window.location.origin).href });
  };
  const remove = async ({ id }: Feed) => {
    if ((await revoke.act({ id })) === null) return;
    if (made?.id === id) setMade(null);
    notify({ title: 'The address is revoked.', detail: 'No calendar can read it any more.' });
  };
  return (
    <>
      <RefusalNote refusal={create.refusal ?? revoke.refusal ?? (error ? shownRefusal(error) : null)} />
      {made ? (
        <MadeAddress
          address={made.address}
          hint="Shown this once: copy it now, and add it to your calendar as a subscription."
        />
      ) : (
        <Button className="calendar-feed__make" pending={create.pending} onClick={() => void add()}>
          Make an address
        </Button>
      )}
      {!data && loading && <Skeleton lines={2} label="Loading the addresses" />}
      {data && data.calendarFeeds.length > 0 && (
        <ul className="calendar-feed__list" aria-label="Addresses that are in use">
          {data.calendarFeeds.map((feed) => (
            <li key={feed.id}>
              <span>
                {feed.label}
                <span className="calendar-feed__facts">
                  made <Moment at={feed.createdAt} />,{' '}
                  {feed.lastReadAt === null ? (
                    'never read yet'
                  ) : (
                    <>
                      last read <Moment at={feed.lastReadAt} />
                    </>
                  )}
                </span>
              </span>
              <Button
                size="sm"
                variant="ghost"
                aria-label={`Revoke the address of ${feed.label}`}
                pending={revoke.pending}
                onClick={() => void remove(feed)}
              >
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
