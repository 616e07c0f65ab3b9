import { buttonLook } from '@chapterhouse/ui/button';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useSession } from '../../platform/session/session-provider';
import { Entrance } from './entrance';
import { safeReturnAddress } from './return-address';
import { SignInForm } from './sign-in-form';
import { useChangeOfPerson } from './use-change-of-person';

export function SignInPage() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const changePerson = useChangeOfPerson();
  const returnTo = safeReturnAddress(search.get('return'));

  if (session.status === 'known' && session.viewer) return <Navigate to={returnTo} replace />;
  if (session.status === 'known' && session.instance.firstRun) return <Navigate to="/welcome" replace />;
  const demo = session.status === 'known' && session.instance.demoExists && session.instance.demoAvailable;

  return (
    <Entrance title="Sign in to Chapterhouse">
      <div className="sheet">
        <SignInForm
          organization={search.get('organization')}
          onSignedIn={async () => {
            await changePerson();
            await navigate(returnTo, { replace: true });
          }}
        />
      </div>
      {demo ? (
        <Link className={buttonLook({ size: 'lg', wide: true })} to="/demo">
          Explore the demo instead
        </Link>
      ) : (
        <p className="entrance__foot">No account yet? Ask an administrator for an invitation.</p>
      )}
    </Entrance>
  );
}
