import { Button } from '@chapterhouse/ui/button';
import { Dialog, DialogActions } from '@chapterhouse/ui/dialog';
import { announce } from '@chapterhouse/ui/live-region';
import { TextField } from '@chapterhouse/ui/text-field';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import type { InvitePersonMutation } from '../../../generated/graphql';
import { useViewer } from '../../../platform/session/session-provider';
import { momentWords } from '../../../platform/dates/day-words';

export type InvitationLinkDialogProps = {
  name: string;
  sent: InvitePersonMutation['invitePerson'];
  onClose: () => void;
};

/** The link with its secret, this once: a click beside the dialog does not lose it. */
export function InvitationLinkDialog({ name, sent, onClose }: InvitationLinkDialogProps) {
  const { timeZone } = useViewer().organization;
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(sent.link);
      setCopied('yes');
      announce('The link is copied.');
    } catch {
      setCopied('failed'); // No permission, or an address without https.
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`The link for ${name}`}
      description={`For ${sent.invitation.email}, until ${momentWords(sent.invitation.expiresAt, timeZone)}.`}
      keepOnOutsideClick
    >
      <div className="form-dialog__copy">
        <TextField
          label="Invitation link"
          readOnly
          value={sent.link}
          onFocus={(event) => event.target.select()}
          error={copied === 'failed' ? 'The browser does not allow copying: select the link and copy it.' : undefined}
        />
        <Button
          variant="primary"
          icon={copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />}
          onClick={() => void copy()}
        >
          {copied === 'yes' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="form-dialog__words">
        It is shown only now and kept nowhere. Send it to {name} yourself; if it gets lost, make a new one.
      </p>
      <DialogActions>
        <Button onClick={onClose}>Done</Button>
      </DialogActions>
    </Dialog>
  );
}
