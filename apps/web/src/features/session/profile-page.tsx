import { Button } from '@chapterhouse/ui/button';
import { Segments } from '@chapterhouse/ui/segments';
import { notify } from '@chapterhouse/ui/toast';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Page } from '../../platform/page/page';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { useAct } from '../../platform/refusals/use-act';
import { useViewer } from '../../platform/session/session-provider';
import { type Theme, useTheme } from '../../platform/theme/theme';
import { ChangePasswordForm } from './change-password-form';
import { END_OTHER_SESSIONS } from './sign-out.operations';
import './profile-page.css';

const THEME_OPTIONS: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

/** What a person sets for themselves: password, sessions, theme. */
export function ProfilePage() {
  const { person, teams, organization } = useViewer();
  const [theme, setTheme] = useTheme();
  const { act, pending, refusal } = useAct(END_OTHER_SESSIONS);
  const endOthers = async () => {
    if (await act({})) notify({ title: 'Your other sessions are ended.' });
  };
  return (
    <Page title="Profile" width="narrow">
      <div className="profile">
        <Part title="You" about="Your name and e-mail are kept by your administrators.">
          <dl className="profile__facts">
            <div>
              <dt>Name</dt>
              <dd>
                <Link to={`/people/${person.id}`}>{person.name}</Link>
              </dd>
            </div>
            <div>
              <dt>E-mail</dt>
              <dd>{person.email ?? 'none'}</dd>
            </div>
            <div>
              <dt>Teams</dt>
              <dd>{teams.map((team) => team.name).join(', ') || 'none today'}</dd>
            </div>
            <div>
              <dt>Time zone of {organization.name}</dt>
              <dd>{organization.timeZone.replaceAll('_', ' ')}</dd>
            </div>
          </dl>
        </Part>
        <Part title="Theme" about="Kept in this browser.">
          <div>
            <Segments label="Theme" value={theme} onChange={setTheme} options={THEME_OPTIONS} />
          </div>
        </Part>
        <Part title="Password" about="Changing it ends your other sessions.">
          <ChangePasswordForm email={person.email ?? ''} />
        </Part>
        <Part title="Other sessions" about="Signed in somewhere else, and not sure where?">
          <div className="form">
            <RefusalNote refusal={refusal} />
            <div>
              <Button pending={pending} onClick={() => void endOthers()}>
                End other sessions
              </Button>
            </div>
          </div>
        </Part>
      </div>
    </Page>
  );
}

function Part({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  return (
    <section className="profile__part" aria-label={title}>
      <div className="profile__about">
        <h2>{title}</h2>
        <p>{about}</p>
      </div>
      {children}
    </section>
  );
}
