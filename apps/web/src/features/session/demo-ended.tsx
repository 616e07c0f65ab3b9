import { useQuery } from '@apollo/client/react';
import { Button, buttonLook } from '@chapterhouse/ui/button';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { draftTexts } from '../../platform/drafts/draft-store';
import { waitingEdits } from '../../platform/offline/outbox';
import { wordsIn } from '../../platform/offline/waiting-edit';
import { copyText } from '../../platform/page/copy-text';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { useViewer, type Viewer } from '../../platform/session/session-provider';
import { demoAddress } from './return-address';
import { DEMO_PERSONAS, SIGN_IN_AS_PERSONA } from './session.operations';
import './demo-ended.css';

/** Nobody has a password in the demo: one click goes on as the same person, unless a reset took them away. */
export function DemoEnded({ onSignedIn }: { onSignedIn: (viewerId: string) => Promise<void> }) {
  const { person } = useViewer();
  const { pathname, search, hash } = useLocation();
  const { data, loading } = useQuery(DEMO_PERSONAS, { fetchPolicy: 'no-cache' });
  const { act, pending, refusal } = useAct(SIGN_IN_AS_PERSONA);
  const choose = demoAddress(pathname + search + hash);
  const goOn = async () => {
    const again = await act({ personId: person.id });
    if (again) await onSignedIn(again.signInAsPersona.viewer.id);
  };
  if (loading) return <Skeleton lines={2} label="Looking who is in the demo" />;
  if (!data?.demoPersonas.some(({ personId }) => personId === person.id)) return <DemoReset choose={choose} />;
  return (
    <div className="demo-ended">
      <p>Go on where you are. What you typed is still here.</p>
      <RefusalNote refusal={refusal} />
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do in this dialog */}
      <Button variant="primary" size="lg" wide autoFocus pending={pending} onClick={() => void goOn()}>
        Go on as {person.name}
      </Button>
      <Link className={buttonLook({ variant: 'ghost' })} to={choose}>
        Be somebody else
      </Link>
    </div>
  );
}

/** Everything is as on the first day, with other people: nothing written here has a place any more. */
function DemoReset({ choose }: { choose: string }) {
  const viewer = useViewer();
  const navigate = useNavigate();
  const [words] = useState(() => unsavedWords(viewer));
  const copy = () =>
    copyText(words.join('\n\n'), { title: 'Your words are copied.' }, 'Select the words and copy them by hand.');
  return (
    <div className="demo-ended">
      <p>
        Somebody reset the demo: it is as on its first day.
        {words.length > 0 && ' What you had not saved cannot be saved there; copy it if you need it.'}
      </p>
      {words.map((text) => (
        <blockquote key={text} className="demo-ended__words">
          {text}
        </blockquote>
      ))}
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do in this dialog */}
      <Button variant="primary" size="lg" wide autoFocus onClick={() => void navigate(choose)}>
        Choose a person again
      </Button>
      {words.length > 0 && <Button onClick={() => void copy()}>Copy the words</Button>}
    </div>
  );
}

/** What this person typed and has not saved, and what waits to be sent. */
function unsavedWords({ id, organization, person }: Viewer): string[] {
  const waiting = waitingEdits().flatMap(({ viewerId, variables }) => (viewerId === id ? wordsIn(variables) : []));
  return [...new Set([...draftTexts(organization.id, person.id), ...waiting])];
}
