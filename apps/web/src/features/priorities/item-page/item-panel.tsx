import { buttonLook } from '@chapterhouse/ui/button';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Tooltip } from '@chapterhouse/ui/tooltip';
import { Maximize2 } from 'lucide-react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { PageTitle } from '../../../platform/page/page-title';
import { returnAddress } from '../../../platform/page/return-address';
import { ItemActions } from './item-actions';
import { ItemBody } from './item-body';
import { ItemProblem } from './item-problem';
import { useItem } from './use-item';

/** `…/:key`: one item beside the screen that it was opened from, or the whole of a phone. */
export function ItemPanel() {
  const { key = '' } = useParams();
  const navigate = useNavigate();
  const { search, state, pathname } = useLocation();
  const { item, unknown, error, loading, reload } = useItem(key);
  const close = () => {
    // Escape in a field leaves the field; the panel closes with the next one.
    const field = document.activeElement;
    if (field instanceof HTMLElement && field.matches('input, textarea, select') && field.closest('.ch-side-panel')) {
      field.blur();
      return;
    }
    const beside = pathname.slice(0, pathname.lastIndexOf('/'));
    void navigate(returnAddress(state) ?? { pathname: beside, search });
  };
  return (
    <SidePanel
      open
      onClose={close}
      title={key}
      actions={
        <>
          {item && <ItemActions item={item} small />}
          <Tooltip content="Open as a page">
            <Link
              className={buttonLook({ variant: 'ghost', size: 'sm', icon: true })}
              to={`/backlog/${key}/page`}
              state={{ from: pathname + search }}
              aria-label="Open as a page"
            >
              <Maximize2 aria-hidden />
            </Link>
          </Tooltip>
        </>
      }
    >
      <PageTitle title={item ? `${key} ${item.title}` : key} isProblem={unknown} />
      {item && <ItemBody key={item.id} item={item} layout="panel" />}
      {!item && loading && <Skeleton lines={8} label={`Loading ${key}`} />}
      {!item && !loading && <ItemProblem of={key} unknown={unknown} error={error} onRetry={reload} />}
    </SidePanel>
  );
}
