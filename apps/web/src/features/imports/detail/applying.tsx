import { useQuery } from '@apollo/client/react';
import { ProgressBar } from '@chapterhouse/ui/progress-bar';
import { useEffect, useEffectEvent } from 'react';
import type { ImportFieldsFragment } from '../../../generated/graphql';
import { IMPORT_PROGRESS } from '../imports.operations';

/** Milliseconds between looks. */
const LOOK_EVERY = 700;

export type ApplyingProps = { shown: ImportFieldsFragment; onEnd: () => Promise<void> };

/** How far it is. The server goes on without this page. */
export function Applying({ shown, onEnd }: ApplyingProps) {
  const { data } = useQuery(IMPORT_PROGRESS, {
    variables: { id: shown.id },
    fetchPolicy: 'network-only',
    pollInterval: LOOK_EVERY,
  });
  const state = data?.import.state ?? 'APPLYING';
  const ended = useEffectEvent(onEnd);
  useEffect(() => {
    if (state !== 'APPLYING') void ended();
  }, [state]);
  return (
    <section className="import__part import-applying" aria-label="Being applied">
      <ProgressBar
        label="Applying"
        done={data?.import.progressDone ?? shown.progressDone}
        total={data?.import.progressTotal ?? shown.progressTotal}
      />
      <p className="import__calm">
        You can leave this page; it goes on by itself, also after an interruption. Everybody can work meanwhile.
      </p>
    </section>
  );
}
