import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Combobox } from '@chapterhouse/ui/combobox';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { MadeAddress } from '../../../platform/page/made-address';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useAct } from '../../../platform/refusals/use-act';
import { useViewer } from '../../../platform/session/session-provider';
import { Moment } from '../../impediments/public';
import { useDecisionScopes } from '../scopes/use-decision-scopes';
import { CREATE_DECISION_FEED, DECISION_FEEDS, REVOKE_DECISION_FEED } from './feeds.operations';
import './feed-dialog.css';

export type FeedDialogProps = {
  /** Where one comes from: its feed is offered where that is a team. */
  scopeId: string;
  onClose: () => void;
};

/** A secret address of a team's decisions, for feed readers; told once, and revoked here. */
export function FeedDialog({ scopeId, onClose }: FeedDialogProps) {
  const { teams: own } = useViewer();
  const { scopes } = useDecisionScopes();
  const teams = scopes.filter(({ kind }) => kind === 'TEAM');
  const [chosen, setChosen] = useState<string | null>(null);
  const usual = teams.find(({ id }) => id === scopeId)?.id ?? own[0]?.id ?? null;
  const teamId = chosen ?? usual;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Follow a team’s decisions"
      description="Feed readers and chat show what the team decides. Whoever has the address can read it as you do: keep it secret."
    >
      <Combobox
        label="Team"
        options={teams.map(({ id, name, detail }) => ({ value: id, label: name, detail }))}
        value={teamId}
        onChange={setChosen}
      />
      {teamId !== null && <TeamFeeds key={teamId} teamId={teamId} />}
      <DialogActions>
        <Button variant="ghost" onClick={onClose}>
          Done
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function TeamFeeds({ teamId }: { teamId: string }) {
  const { data, error } = useQuery(DECISION_FEEDS, { variables: { teamId }, fetchPolicy: 'cache-and-network' });
  const again = { refetchQueries: [DECISION_FEEDS], awaitRefetchQueries: true };
  const create = useAct(CREATE_DECISION_FEED, again);
  const revoke = useAct(REVOKE_DECISION_FEED, again);
  const [made, setMade] = useState<{ id: string; address: string } | null>(null);
  const feeds = data?.decisionFeeds ?? [];
  const add = async () => {
    const done = await create.act({ teamId });
    if (done === null) return;
    const { address, feed } = done.createDecisionFeed;
    setMade({ id: feed.id, address: new URL(address, window.location.origin).href });
  };
  const remove = async (id: string) => {
    if ((await revoke.act({ id })) === null) return;
    if (made?.id === id) setMade(null);
    notify({ title: 'The address is revoked.', detail: 'Nobody can read the feed by it any more.' });
  };
  return (
    <>
      <RefusalNote refusal={create.refusal ?? revoke.refusal ?? (error ? shownRefusal(error) : null)} />
      {made && <MadeAddress address={made.address} hint="Shown this once: copy it now." />}
      {feeds.length > 0 && (
        <ul className="feed__list" aria-label="Your addresses of this feed">
          {feeds.map(({ id, createdAt }) => (
            <li key={id}>
              <span>
                An address made <Moment at={createdAt} />
              </span>
              <Button size="sm" variant="ghost" pending={revoke.pending} onClick={() => void remove(id)}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      {!made && (
        <Button className="feed__make" pending={create.pending} onClick={() => void add()}>
          {feeds.length === 0 ? 'Make an address' : 'Make another address'}
        </Button>
      )}
    </>
  );
}
