import { Button } from '@chapterhouse/ui/button';
import { ArrowRightLeft } from 'lucide-react';
import { useState } from 'react';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { MoveMenu } from '../impediment-moves/move-menu';
import { offeredMoves } from '../impediment-moves/offered-moves';

/** Where it can go from here; nothing where it can go nowhere. */
export function PanelMove({ impediment }: { impediment: ImpedimentCardFragment }) {
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
