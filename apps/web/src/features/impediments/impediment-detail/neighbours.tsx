import { IconButton } from '@chapterhouse/ui/icon-button';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { useNeighbours } from '../shown-order';
import { useSameScreen } from './use-same-screen';

/** "3 of 41": the one before and the one after, in the order of the screen that somebody came from. */
export function Neighbours({ of }: { of: string }) {
  const neighbours = useNeighbours(of);
  const navigate = useNavigate();
  const there = useSameScreen();
  const { state } = useLocation();
  const go = (key: string | null) => {
    // It replaces, so that Back leads to where the reading began.
    if (key !== null) void navigate(there(key), { replace: true, state });
  };
  const previous = () => go(neighbours?.previous ?? null);
  const next = () => go(neighbours?.next ?? null);
  const when = neighbours !== null;
  useShortcut({ key: 'k', label: 'Previous impediment', when, run: previous });
  useShortcut({ key: 'j', label: 'Next impediment', when, run: next });
  if (!neighbours) return null;
  return (
    <div className="neighbours">
      <span className="neighbours__place">
        {neighbours.place === null ? `of ${neighbours.count}` : `${neighbours.place} of ${neighbours.count}`}
      </span>
      <IconButton
        label="Previous impediment"
        shortcut="k"
        size="sm"
        icon={<ChevronUp aria-hidden />}
        disabled={neighbours.previous === null}
        onClick={previous}
      />
      <IconButton
        label="Next impediment"
        shortcut="j"
        size="sm"
        icon={<ChevronDown aria-hidden />}
        disabled={neighbours.next === null}
        onClick={next}
      />
    </div>
  );
}
