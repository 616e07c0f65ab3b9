import { useQuery } from '@apollo/client/react';
import { ROLE_TITLES, ROLES } from '@chapterhouse/domain/organization/role';
import { Avatar } from '@chapterhouse/ui/avatar';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { DemoPersonasQuery } from '../../generated/graphql';
import { RefusalNote } from '../../platform/refusals/refusal-note';
import { shownRefusal } from '../../platform/refusals/shown-refusal';
import { useAct } from '../../platform/refusals/use-act';
import { Entrance } from './entrance';
import { safeReturnAddress } from './return-address';
import { DEMO_PERSONAS, SIGN_IN_AS_PERSONA } from './session.operations';
import { useChangeOfPerson } from './use-change-of-person';
import './welcome.css';

type Persona = DemoPersonasQuery['demoPersonas'][number];

/** One click and one is somebody in the demo. */
export function DemoPage() {
  const { data, error, refetch } = useQuery(DEMO_PERSONAS);
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const changePerson = useChangeOfPerson();
  const { act, refusal } = useAct(SIGN_IN_AS_PERSONA);
  const [chosen, setChosen] = useState<string | null>(null);

  const become = async (persona: Persona) => {
    setChosen(persona.personId);
    if (await act({ personId: persona.personId })) {
      await changePerson();
      await navigate(safeReturnAddress(params.get('return')));
    } else setChosen(null);
  };

  const personas = data?.demoPersonas ?? [];
  const failure = error && !data ? shownRefusal(error) : null;
  return (
    <Entrance
      width="wide"
      title="Who would you like to be?"
      lead="Everybody here is made up. Each sees and may do what their role allows; you can change at any time from the menu at the top right."
    >
      <RefusalNote refusal={refusal} />
      {failure && (
        <ErrorNote
          title={failure.title}
          next={failure.next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {!data && !failure && <Skeleton shape="card" lines={6} label="Loading the people of the demo" />}
      <div className="personas">
        {ROLES.filter((role) => personas.some((persona) => persona.role === role)).map((role) => (
          <section key={role} className="personas__group" aria-label={ROLE_TITLES[role]}>
            <h2>{ROLE_TITLES[role]}</h2>
            <ul className="personas__cards">
              {personas
                .filter((persona) => persona.role === role)
                .map((persona) => (
                  <li key={`${persona.personId} ${persona.scopeName}`}>
                    <button
                      type="button"
                      className="persona"
                      aria-busy={chosen === persona.personId || undefined}
                      onClick={() => void become(persona)}
                    >
                      <Avatar name={persona.name} size="lg" decorative />
                      <span className="persona__words">
                        <span className="persona__name">{persona.name}</span>
                        <span className="persona__scope">{persona.scopeName}</span>
                      </span>
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Entrance>
  );
}
