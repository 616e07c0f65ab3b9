import { buttonLook } from '@chapterhouse/ui/button';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Tooltip } from '@chapterhouse/ui/tooltip';
import { Maximize2 } from 'lucide-react';
import { Link, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useCommand } from '../../../platform/commands/use-command';
import { PageTitle } from '../../../platform/page/page-title';
import { PresenceAvatars } from '../../../platform/presence/presence-avatars';
import { usePresence } from '../../../platform/presence/use-presence';
import { CopyLink } from './copy-link';
import { DetailBody } from './detail-body';
import { DetailProblem } from './detail-problem';
import { Neighbours } from './neighbours';
import { PanelMove } from './panel-move';
import { returnAddress } from '../../../platform/page/return-address';
import { useImpedimentDetail } from './use-impediment-detail';
import './detail.css';

/** `/impediments/:key`: beside the board, or the whole of a phone; also when the address is opened by itself. */
export function ImpedimentPanel() {
  const { key = '' } = useParams();
  const navigate = useNavigate();
  const { search, state, pathname } = useLocation();
  // What the board knows stands there at once, while the rest is on its way.
  const onBoard = useOutletContext<readonly ImpedimentCardFragment[] | undefined>()?.find((one) => one.key === key);
  const { impediment, error, loading, reload } = useImpedimentDetail(key);
  const others = usePresence(impediment?.id);

  const close = () => {
    // Escape in a field leaves the field; the panel closes with the next one.
    const field = document.activeElement;
    if (field?.matches('input, textarea, select') && field.closest('.ch-side-panel')) {
      if (field instanceof HTMLElement) field.blur();
      return;
    }
    // The board or the list, whichever it is beside.
    const beside = pathname.startsWith('/impediments/list/') ? '/impediments/list' : '/impediments';
    void navigate(returnAddress(state) ?? { pathname: beside, search });
  };
  useCommand({
    id: 'open-page',
    label: `Open ${key} as a page`,
    group: 'here',
    keywords: 'wide whole',
    when: impediment !== undefined,
    run: () => void navigate(`/impediments/${key}/page`, { state: { from: pathname + search } }),
  });
  const movable = impediment ?? onBoard;
  return (
    <SidePanel
      open
      onClose={close}
      title={key}
      actions={
        <>
          <PresenceAvatars people={others} />
          <Neighbours of={key} />
          {movable && <PanelMove impediment={movable} />}
          <CopyLink of={key} title={movable?.title} />
          <Tooltip content="Open as a page">
            <Link
              className={`panel-wide ${buttonLook({ variant: 'ghost', size: 'sm', icon: true })}`}
              to={`/impediments/${key}/page`}
              state={{ from: pathname + search }}
              aria-label="Open as a page"
            >
              <Maximize2 aria-hidden />
            </Link>
          </Tooltip>
        </>
      }
    >
      <PageTitle title={impediment ? `${key} ${impediment.title}` : key} />
      {impediment && <DetailBody key={impediment.id} impediment={impediment} layout="panel" />}
      {!impediment && loading && (
        <div className="detail">
          {onBoard && <h2 className="detail__title">{onBoard.title}</h2>}
          <Skeleton lines={6} label={`Loading ${key}`} />
        </div>
      )}
      {!impediment && !loading && error && <DetailProblem of={key} error={error} onRetry={reload} />}
    </SidePanel>
  );
}
