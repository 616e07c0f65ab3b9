import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { Menu, MenuChoice, MenuHeading, MenuItem, MenuSeparator } from '@chapterhouse/ui/menu';
import { Popover } from '@chapterhouse/ui/popover';
import { SidePanel } from '@chapterhouse/ui/side-panel';
import { Tooltip } from '@chapterhouse/ui/tooltip';
import { Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Sample, SampleGroup } from './sample';

const DENSITIES = [
  { value: 'compact', label: 'Compact' },
  { value: 'comfortable', label: 'Comfortable' },
] as const;

/** What opens over the page. */
export function FloatingSamples() {
  const [dialog, setDialog] = useState(false);
  const [panel, setPanel] = useState(false);
  const [density, setDensity] = useState<'compact' | 'comfortable'>('compact');
  return (
    <SampleGroup title="Over the page">
      <Sample name="Menu">
        <Menu trigger={<Button>Menu</Button>}>
          <MenuHeading>Move IMP-7 to</MenuHeading>
          <MenuItem icon={<Play aria-hidden />} shortcut="s" onSelect={() => {}}>
            In progress
          </MenuItem>
          <MenuItem disabled hint="Its owner resolves it." onSelect={() => {}}>
            Resolved
          </MenuItem>
          <MenuSeparator />
          <MenuChoice label="Density" value={density} onChange={setDensity} options={DENSITIES} />
          <MenuSeparator />
          <MenuItem tone="danger" icon={<Trash2 aria-hidden />} onSelect={() => {}}>
            Decline
          </MenuItem>
        </Menu>
      </Sample>
      <Sample name="Popover">
        <Popover label="Filter" trigger={<Button>Popover</Button>}>
          <p>What is inside a popover.</p>
        </Popover>
      </Sample>
      <Sample name="Tooltip">
        <Tooltip content="Raise an impediment" shortcut="c">
          <Button>Tooltip</Button>
        </Tooltip>
      </Sample>
      <Sample name="Dialog">
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Dialog open={dialog} onOpenChange={setDialog} title="Decline IMP-7" description="Say why, for who raised it.">
          <p>What is inside a dialog.</p>
          <DialogActions>
            <Button onClick={() => setDialog(false)}>Leave it</Button>
            <Button variant="danger" onClick={() => setDialog(false)}>
              Decline
            </Button>
          </DialogActions>
        </Dialog>
      </Sample>
      <Sample name="SidePanel">
        <Button onClick={() => setPanel(true)}>Side panel</Button>
        <SidePanel open={panel} onClose={() => setPanel(false)} title="IMP-7">
          <p>What is inside a panel.</p>
        </SidePanel>
      </Sample>
    </SampleGroup>
  );
}
