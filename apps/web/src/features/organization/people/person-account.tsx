import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { Link2 } from 'lucide-react';
import type { PersonPageQuery } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { can } from '../../../platform/session/can';
import { useViewer } from '../../../platform/session/session-provider';
import { momentWords } from '../../../platform/dates/day-words';
import { useChange } from '../dialogs/use-change';
import { useDialogs } from '../dialogs/use-dialogs';
import { Part } from '../layout/part';
import { REVOKE_INVITATION } from './people.operations';

/** Whether somebody can sign in, and the invitation that lets them. */
export function PersonAccount({ person }: { person: PersonPageQuery['person'] }) {
  const show = useDialogs();
  const { timeZone } = useViewer().organization;
  const { act, pending, refusal } = useChange(REVOKE_INVITATION);
  const { hasAccount, openInvitation, deactivatedAt, name } = person;
  if (deactivatedAt) return null;
  const revoke = async () => {
    if (!openInvitation) return;
    const { id, version } = openInvitation;
    if (await act({ id, version }))
      notify({ title: `The invitation of ${name} is revoked.`, detail: 'Its link no longer works.' });
  };
  const words = () => {
    if (hasAccount) return `${name} has an account and can sign in.`;
    if (!openInvitation) return `${name} has no account yet.`;
    return `Invited as ${openInvitation.email}; the link works until ${momentWords(openInvitation.expiresAt, timeZone)}.`;
  };
  return (
    <Part title="Account">
      <p className="part__none">{words()}</p>
      <RefusalNote refusal={refusal} />
      <div className="people__actions">
        {!hasAccount && can(person, 'person:invite') && (
          <Button size="sm" icon={<Link2 aria-hidden />} onClick={() => show({ ask: 'invite', person })}>
            {openInvitation ? 'Make a new link' : 'Invite by link'}
          </Button>
        )}
        {openInvitation && can(person, 'invitation:revoke') && (
          <Button size="sm" variant="ghost" pending={pending} onClick={() => void revoke()}>
            Revoke invitation
          </Button>
        )}
      </div>
    </Part>
  );
}
