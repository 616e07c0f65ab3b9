import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { notify } from '@chapterhouse/ui/toast';
import { ArrowRightLeft, Link2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { PageTitle } from '../../../platform/page/page-title';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useImpedimentChanged } from '../impediment-changes';
import { MoveMenu } from '../impediment-moves/move-menu';
import { offeredMoves } from '../impediment-moves/offered-moves';
import { DetailBody } from './detail-body';
import { IMPEDIMENT_DETAIL } from './detail.operations';
import './detail.css';

/** `/impediments/:key`: beside the board, or the whole of a phone; also when the address is opened by itself. */
export function ImpedimentPanel() {
  const { key = '' } = useParams();
  const navigate = useNavigate();
  const { search, state } = useLocation();
  // What the board knows stands there at once, while the rest is on its way.
  const onBoard = useOutletContext<readonly ImpedimentCardFragment[] | undefined>()?.find((one) => one.key === key);
  const { data, error, loading, refetch } = useQuery(IMPEDIMENT_DETAIL, {
    variables: { key },
    fetchPolicy: 'cache-and-network',
  });
  const impediment = data?.impediment;
  const reload = () => void refetch().catch(() => {}); // Its error is shown below.
  useImpedimentChanged(impediment?.id, reload);

  const close = () => {
    // Escape in a field leaves the field; the panel closes with the next one.
    const field = document.activeElement;
    if (field?.matches('input, textarea, select') && field.closest('.ch-side-panel')) {
      if (field instanceof HTMLElement) field.blur();
      return;
    }
    // The board or the list, whichever it is beside.
    void navigate(returnAddress(state) ?? { pathname: '/impediments', search });
  };
  const movable = impediment ?? onBoard;
  return (
    <SidePanel
      open
      onClose={close}
      title={key}
      actions={
        <>
          {movable && <PanelMove impediment={movable} />}
          <IconButton label="Copy link" size="sm" icon={<Link2 aria-hidden />} onClick={() => void copyLink(key)} />
        </>
      }
    >
      <PageTitle title={impediment ? `${key} ${impediment.title}` : key} />
      {impediment && <DetailBody key={impediment.id} impediment={impediment} />}
      {!impediment && loading && (
        <div className="detail">
          {onBoard && <h2 className="detail__title">{onBoard.title}</h2>}
          <Skeleton lines={6} label={`Loading ${key}`} />
        </div>
      )}
      {!impediment && !loading && error && <Problem error={error} onRetry={reload} />}
    </SidePanel>
  );
}

/** Where somebody came from, when it was not the board. */
function returnAddress(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from.startsWith('/') ? state.from : null;
}

function PanelMove({ impediment }: { impediment: ImpedimentCardFragment }) {
  const [open, setOpen] = useState(false);
  const movable = offeredMoves(impediment).length > 0;
  useShortcut({ key: 'm', label: `Move ${impediment.key} to …`, when: movable, run: () => setOpen(true) });
  if (!movable) return null;
  const trigger = (
    <Button variant="ghost" size="sm" icon={<ArrowRightLeft aria-hidden />}>
      Move to …
    </Button>
  );
  return <MoveMenu impediment={impediment} open={open} onOpenChange={setOpen} trigger={trigger} />;
}

function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code, title, next } = shownRefusal(error);
  const back = (
    <Link className={buttonLook()} to="/impediments">
      Show the board
    </Link>
  );
  return (
    <ErrorNote
      title={code === 'NOT_FOUND' ? 'There is no impediment with this key.' : title}
      next={next}
      action={code === 'NOT_FOUND' ? back : <Button onClick={onRetry}>Try again</Button>}
    />
  );
}

async function copyLink(key: string): Promise<void> {
  const address = new URL(`/impediments/${key}`, window.location.href).href;
  try {
    await navigator.clipboard.writeText(address);
    notify({ title: `The link to ${key} is copied.` });
  } catch {
    // Without https, or forbidden: the address itself can still be copied by hand.
    notify({ title: 'The browser does not let this page copy.', detail: address });
  }
}
