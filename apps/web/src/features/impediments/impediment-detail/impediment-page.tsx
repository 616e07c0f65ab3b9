import { useQuery } from '@apollo/client/react';
import { buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft } from 'lucide-react';
import { Link, useLocation, useParams } from 'react-router';
import { Page } from '../../../platform/page/page';
import { PresenceAvatars } from '../../../platform/presence/presence-avatars';
import { usePresence } from '../../../platform/presence/use-presence';
import { CardSurroundingsProvider } from '../impediment-board/card-surroundings';
import { MovesProvider } from '../impediment-moves/moves';
import { IMPEDIMENT_CURSOR } from '../live-board/live-board.operations';
import { useImpedimentChanges } from '../live-board/use-impediment-changes';
import { CopyLink } from './copy-link';
import { DetailBody } from './detail-body';
import { DetailProblem } from './detail-problem';
import { Neighbours } from './neighbours';
import { PanelMove } from './panel-move';
import { returnAddress } from '../../../platform/page/return-address';
import { useImpedimentDetail } from './use-impediment-detail';
import './detail.css';

/** `/impediments/:key/page`: one impediment by itself, for a long read, a projector, a print. */
export function ImpedimentPage() {
  const { key = '' } = useParams();
  const { state } = useLocation();
  const { impediment, error, loading, reload } = useImpedimentDetail(key);
  const others = usePresence(impediment?.id);
  const from = returnAddress(state);
  // Not into the cache, where it would stand for a board without cards.
  const cursor = useQuery(IMPEDIMENT_CURSOR, { fetchPolicy: 'no-cache' }).data?.impedimentBoard.cursor;
  useImpedimentChanges(cursor, reload);
  return (
    <MovesProvider>
      <CardSurroundingsProvider>
        <Page
          title={key}
          subtitle={
            <Link className={buttonLook({ variant: 'ghost', size: 'sm' })} to={from ?? '/impediments'}>
              <ArrowLeft aria-hidden />
              {from === null ? 'All impediments' : 'Back to where you were'}
            </Link>
          }
          actions={
            <>
              <PresenceAvatars people={others} />
              <Neighbours of={key} />
              {impediment && <PanelMove impediment={impediment} />}
              <CopyLink of={key} title={impediment?.title} />
            </>
          }
        >
          {impediment && <DetailBody key={impediment.id} impediment={impediment} layout="page" />}
          {!impediment && loading && <Skeleton lines={8} label={`Loading ${key}`} />}
          {!impediment && !loading && error && <DetailProblem of={key} error={error} onRetry={reload} />}
        </Page>
      </CardSurroundingsProvider>
    </MovesProvider>
  );
}
