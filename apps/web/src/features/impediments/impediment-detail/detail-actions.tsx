import { Button, buttonLook } from '@chapterhouse/ui/button';
import { TOP_LEVEL } from '@chapterhouse/domain/impediments/impediment-ladder';
import { Eye, EyeOff, FileText, ThumbsUp, TrendingUp } from 'lucide-react';
import { Link } from 'react-router';
import type { ImpedimentFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { Can, can } from '../../../platform/session/can';
import { useBeginLevel, useBeginMove } from '../impediment-moves/moves';
import { MOVE_WORDS } from '../impediment-moves/move-words';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { AffectsUsToo } from './affects-us-too';
import { VOTE_FOR_IMPEDIMENT, WATCH_IMPEDIMENT } from './detail.operations';
import { ImpedimentCommands } from './impediment-commands';
import { useQuickAct } from './use-quick-act';

/** Everything that this viewer may do to it now; the way forward first. */
export function DetailActions({ impediment }: { impediment: ImpedimentFactsFragment }) {
  const begin = useBeginMove();
  const quick = useQuickAct(impediment);
  const beginLevel = useBeginLevel();
  const [forward] = offeredMoves(impediment).filter(({ to }) => to !== 'DECLINED' && to !== 'DUPLICATE');
  const { id, viewerVotes, viewerWatches, voteCount, viewerCan } = impediment;

  const vote = () =>
    quick(
      VOTE_FOR_IMPEDIMENT,
      { id, vote: !viewerVotes, idempotencyKey: newIdempotencyKey() },
      { viewerVotes: !viewerVotes, voteCount: voteCount + (viewerVotes ? -1 : 1) },
    );
  const watch = () =>
    quick(
      WATCH_IMPEDIMENT,
      { id, watch: !viewerWatches, idempotencyKey: newIdempotencyKey() },
      { viewerWatches: !viewerWatches },
    );
  return (
    <div className="detail__actions">
      <ImpedimentCommands impediment={impediment} onVote={() => void vote()} onWatch={() => void watch()} />
      {forward && (
        <Button
          variant={forward.action === 'impediment:reopen' ? 'secondary' : 'primary'}
          onClick={() => begin(impediment, forward)}
        >
          {MOVE_WORDS[forward.action].button}
        </Button>
      )}
      {viewerCan.includes('impediment:triage') && impediment.state !== 'RAISED' && (
        <Button onClick={() => begin(impediment, { action: 'impediment:triage', to: impediment.state })}>
          Owner, severity …
        </Button>
      )}
      <AffectsUsToo impediment={impediment} />
      <Can do="impediment:vote" on={impediment}>
        <Button
          variant="ghost"
          icon={<ThumbsUp aria-hidden />}
          aria-pressed={viewerVotes}
          className="detail__toggle"
          aria-label={viewerVotes ? 'Take my vote back' : 'Vote for it'}
          onClick={vote}
        >
          {voteCount}
        </Button>
      </Can>
      {can(impediment, 'impediment:watch') && (
        <Button
          variant="ghost"
          icon={viewerWatches ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
          aria-pressed={viewerWatches}
          className="detail__toggle"
          onClick={watch}
        >
          {viewerWatches ? 'Watching' : 'Watch'}
        </Button>
      )}
      <Can do="impediment:set-level" on={impediment}>
        <Button variant="ghost" icon={<TrendingUp aria-hidden />} onClick={() => beginLevel(impediment)}>
          Level …
        </Button>
      </Can>
      {impediment.level === TOP_LEVEL - 1 && (
        <Can do="impediment:send-brief" on={impediment}>
          <Link className={buttonLook({ variant: 'ghost' })} to={`/impediments/${impediment.key}/brief`}>
            <FileText aria-hidden />
            Brief …
          </Link>
        </Can>
      )}
    </div>
  );
}
