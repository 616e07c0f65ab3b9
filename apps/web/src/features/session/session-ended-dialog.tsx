import { useApolloClient } from '@apollo/client/react';
import { Dialog } from '@chapterhouse/ui/dialog';
import { notify } from '@chapterhouse/ui/toast';
import { useLocation } from 'react-router';
import { liveClient } from '../../platform/apollo/client';
import { markSessionRenewed, useSessionEnded } from '../../platform/session/session-ended';
import { useSession, useViewer } from '../../platform/session/session-provider';
import { DemoEnded } from './demo-ended';
import { SignInForm } from './sign-in-form';

/** The session ended in mid-work: sign in again above the screen, which stays as it is with every typed word. */
export function SessionEndedDialog() {
  const ended = useSessionEnded();
  const viewer = useViewer();
  const session = useSession();
  const { pathname } = useLocation();
  const client = useApolloClient();
  const demo = session.status === 'known' && session.instance.demoAvailable && viewer.organization.demo;

  const signedIn = async (viewerId: string) => {
    if (viewerId !== viewer.id) {
      // Somebody else: nothing of the first person's screen may stay.
      window.location.assign('/');
      return;
    }
    liveClient.terminate();
    markSessionRenewed();
    notify({ title: 'You are signed in again.', detail: 'Nothing on this screen was lost. Send it once more.' });
    await client.refetchQueries({ include: 'active' }).catch(() => []);
  };

  return (
    <Dialog
      open={ended && pathname !== '/sign-in' && pathname !== '/demo'}
      onOpenChange={() => {}}
      title="Your session has ended"
      {...(!demo && { description: 'Sign in again to go on. What you typed is still here.' })}
      size="sm"
      mustAnswer
    >
      {demo ? (
        <DemoEnded onSignedIn={signedIn} />
      ) : (
        <SignInForm email={viewer.person.email ?? ''} organization={viewer.organization.slug} onSignedIn={signedIn} />
      )}
    </Dialog>
  );
}
