import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Ellipsis } from 'lucide-react';
import type { DependencyRecordFragment } from '../../../generated/graphql';
import { can } from '../../../platform/session/can';
import type { DependencyDialog } from './dependency-dialogs';
import { RaiseOfDependency } from './raise-of-dependency';

const TITLES: Record<DependencyDialog, string> = {
  commit: 'Commit …',
  'accept-counter': 'Take the proposed day …',
  deliver: 'Delivered …',
  counter: 'Propose another day …',
  'ask-again': 'Ask again …',
  decline: 'Decline …',
  edit: 'Change what is asked …',
  withdraw: 'Withdraw …',
};

/** What moves it on; the first that somebody may do is the one that is waited for. */
const STEPS = ['accept-counter', 'commit', 'deliver', 'counter', 'ask-again'] as const;
/** What is done seldom. */
const OTHERS = ['edit', 'decline', 'withdraw'] as const;

export type DependencyActionsProps = {
  dependency: DependencyRecordFragment;
  onOpen: (dialog: DependencyDialog) => void;
};

/** What this person may do about it now. */
export function DependencyActions({ dependency, onOpen }: DependencyActionsProps) {
  const may = (dialog: DependencyDialog) => can(dependency, `dependency:${dialog}`);
  const steps = STEPS.filter(may);
  const others = OTHERS.filter(may);
  return (
    <>
      <RaiseOfDependency dependency={dependency} />
      {steps.map((step, index) => (
        <Button key={step} variant={index === 0 ? 'primary' : 'secondary'} onClick={() => onOpen(step)}>
          {TITLES[step]}
        </Button>
      ))}
      {others.length > 0 && (
        <Menu align="end" trigger={<IconButton label="More about this dependency" icon={<Ellipsis aria-hidden />} />}>
          {others.map((one) => (
            <MenuItem key={one} tone={one === 'edit' ? 'normal' : 'danger'} onSelect={() => onOpen(one)}>
              {TITLES[one]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
}
