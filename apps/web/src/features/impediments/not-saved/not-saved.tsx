import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { notify } from '@chapterhouse/ui/toast';
import { useState } from 'react';
import { Link } from 'react-router';
import { outbox } from '../../../platform/apollo/client';
import { sendAgain } from '../../../platform/offline/resume-outbox';
import type { WaitingEdit } from '../../../platform/offline/waiting-edit';
import { tellChange } from '../impediment-changes';
import { WHAT_IS_THERE_NOW } from './not-saved.operations';
import { thereNow } from './there-now';

/** What is there now instead of what was wanted, and the ways on. */
export function NotSaved({ edit, impedimentKey }: { edit: WaitingEdit; impedimentKey: string }) {
  const client = useApolloClient();
  const [trying, setTrying] = useState(false);
  const { data } = useQuery(WHAT_IS_THERE_NOW, { variables: { key: impedimentKey }, fetchPolicy: 'no-cache' });
  const there = data?.impediment;
  const again = async (version: number) => {
    setTrying(true);
    await sendAgain({ client, outbox }, edit, version, ({ label }) => notify({ title: `Sent: ${label}.` }));
    if (there) tellChange(there.id);
  };
  return (
    <>
      {there && <p>{thereNow(there)}</p>}
      <div className="waiting-edits__ways">
        {there && (
          <Button size="sm" pending={trying} onClick={() => void again(there.version)}>
            Try again
          </Button>
        )}
        <Link to={`/impediments/${impedimentKey}`}>Open {impedimentKey}</Link>
      </div>
    </>
  );
}
