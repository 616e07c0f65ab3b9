import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { notify } from '@chapterhouse/ui/toast';
import { Ellipsis, Lock, Users } from 'lucide-react';
import { useEffect } from 'react';
import type { ScenarioFactsFragment } from '../../../generated/graphql';
import { newIdempotencyKey } from '../../../platform/idempotency/use-idempotency-key';
import { useStepAct } from '../../../platform/refusals/use-step-act';
import { can } from '../../../platform/session/can';
import { SHARE_SCENARIO } from './scenario-acts.operations';
import type { ScenarioDialog } from './scenario-dialogs';

export type ScenarioActionsProps = {
  scenario: ScenarioFactsFragment;
  onOpen: (dialog: ScenarioDialog) => void;
};

/** What this person may do with it now. */
export function ScenarioActions({ scenario, onOpen }: ScenarioActionsProps) {
  return (
    <>
      {can(scenario, 'scenario:share') && <ShareButton scenario={scenario} />}
      {can(scenario, 'scenario:publish') && (
        <Button variant="primary" onClick={() => onOpen('publish')}>
          Publish …
        </Button>
      )}
      {(can(scenario, 'scenario:edit') || can(scenario, 'scenario:discard')) && (
        <Menu align="end" trigger={<IconButton label="More about this scenario" icon={<Ellipsis aria-hidden />} />}>
          {can(scenario, 'scenario:edit') && <MenuItem onSelect={() => onOpen('rename')}>Name it …</MenuItem>}
          {can(scenario, 'scenario:discard') && (
            <MenuItem tone="danger" onSelect={() => onOpen('discard')}>
              Discard …
            </MenuItem>
          )}
        </Menu>
      )}
    </>
  );
}

/** Shared, everybody of the organization sees it and can comment on it. */
function ShareButton({ scenario: { id, version, state } }: { scenario: ScenarioFactsFragment }) {
  const { act, pending, refusal } = useStepAct(SHARE_SCENARIO);
  useEffect(() => {
    if (refusal) notify({ tone: 'problem', title: refusal.title, detail: refusal.next });
  }, [refusal]);
  const shared = state !== 'SHARED';
  const share = async () => {
    if (!(await act({ id, version, shared, idempotencyKey: newIdempotencyKey() }))) return;
    notify({
      title: shared ? 'Everybody can see it and comment on it now.' : 'Only you see it now.',
      detail: shared ? 'Nobody but you changes it.' : 'Comments stay for when you share it again.',
    });
  };
  return (
    <Button icon={shared ? <Users aria-hidden /> : <Lock aria-hidden />} pending={pending} onClick={() => void share()}>
      {shared ? 'Share' : 'Make private'}
    </Button>
  );
}
