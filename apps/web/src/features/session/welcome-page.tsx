import { Button } from '@chapterhouse/ui/button';
import { Building2, Compass } from 'lucide-react';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { useSession } from '../../platform/session/session-provider';
import { Entrance } from './entrance';
import { CREATE_DEMO } from './session.operations';
import { SetUpForm } from './set-up-form';
import { useChangeOfPerson } from './use-change-of-person';
import './welcome.css';

const LEAD =
  'One place where many Scrum teams see what stands in their way, what they decided, what comes first and what they have learned.';

/** The first screen of a fresh installation. */
export function WelcomePage() {
  const session = useSession();
  const navigate = useNavigate();
  const changePerson = useChangeOfPerson();
  const [settingUp, setSettingUp] = useState(false);
  const demo = useAct(CREATE_DEMO);
  if (session.status !== 'known') return null;
  const { firstRun, demoAvailable, demoExists } = session.instance;
  // In mid-creation the viewer changes under us; the navigation below decides then.
  if (!firstRun && !demo.pending) return <Navigate to="/" replace />;

  const enter = async (address: string) => {
    await changePerson();
    await navigate(address, { replace: true });
  };
  const explore = async () => {
    if (demoExists || (await demo.act({}))) await enter('/demo');
  };

  if (settingUp) {
    return (
      <Entrance width="medium" title="Create your organization" lead="You become its first administrator.">
        <SetUpForm onSignedIn={() => enter('/')} onBack={() => setSettingUp(false)} />
      </Entrance>
    );
  }
  return (
    <Entrance width="medium" title="Welcome to Chapterhouse" lead={LEAD}>
      <div className="choices">
        <section className="choice">
          <div className="choice__icon">
            <Building2 aria-hidden />
          </div>
          <h2>Start with your own teams</h2>
          <p>
            Create the organization and its first administrator. Then import your teams from a file, or add them one by
            one.
          </p>
          <Button variant="primary" size="lg" onClick={() => setSettingUp(true)}>
            Create the organization
          </Button>
        </section>
        {demoAvailable && (
          <section className="choice">
            <div className="choice__icon">
              <Compass aria-hidden />
            </div>
            <h2>Look around first</h2>
            <p>
              A made-up organization of 6 areas, about 30 teams and 250 people, with two years of history. Be any of
              them with one click; nothing in it is real.
            </p>
            <Button size="lg" pending={demo.pending} onClick={() => void explore()}>
              {demo.pending ? 'Building the demo…' : 'Explore the demo'}
            </Button>
          </section>
        )}
      </div>
      <RefusalNote refusal={demo.refusal} />
    </Entrance>
  );
}
