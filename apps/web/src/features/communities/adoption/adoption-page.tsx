import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { BellRing, Handshake, Plus } from 'lucide-react';
import { useState } from 'react';
import type { AdoptionQuery } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { can } from '../../../platform/session/can';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { type ShownArtifact, useShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { AdoptDialog } from './adopt-dialog';
import { AdoptionChart } from './adoption-chart';
import { AdoptionTable } from './adoption-table';
import { ADOPTION } from './adoption.operations';
import { NudgeDialog, nudgeable } from './nudge-dialog';
import './adoption-page.css';

/** `/artifacts/:key/adoption`: which team follows which version, how it goes, and how that grew. */
export function AdoptionPage() {
  const artifact = useShownArtifact();
  const { data, error, refetch } = useQuery(ADOPTION, {
    variables: { key: artifact.key },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(data ? artifact.id : undefined, refetch);
  if (data) return <Followed artifact={artifact} adoption={data.artifact.adoption} />;
  if (!error) return <Skeleton shape="card" lines={6} label="Loading who follows it" />;
  return (
    <RefusalNote
      refusal={shownRefusal(error)}
      action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
    />
  );
}

type Summary = AdoptionQuery['artifact']['adoption'];

function Followed({ artifact, adoption }: { artifact: ShownArtifact; adoption: Summary }) {
  const { current } = artifact;
  const { adoptions, overTime } = adoption;
  const [adopting, setAdopting] = useState(false);
  const [nudging, setNudging] = useState(false);
  const adopts = can(artifact, 'adoption:adopt');
  const behind = nudgeable(adoptions);
  useShortcut({ key: 'a', label: 'Adopt it for a team', when: adopts, run: () => setAdopting(true) });
  const adopt = adopts && (
    <Button icon={<Plus aria-hidden />} onClick={() => setAdopting(true)}>
      Adopt it for a team <Kbd>a</Kbd>
    </Button>
  );
  const dialogs = (
    <>
      {adopting && <AdoptDialog artifact={artifact} adoptions={adoptions} onClose={() => setAdopting(false)} />}
      {nudging && <NudgeDialog artifact={artifact} adoptions={behind} onClose={() => setNudging(false)} />}
    </>
  );
  if (!current)
    return (
      <EmptyState icon={<Handshake />} title="Nothing to follow yet">
        Once a version is published, teams say here that they follow it, since when and how it goes.
      </EmptyState>
    );
  if (adoptions.length === 0 && overTime.every(({ teams }) => teams === 0))
    return (
      <>
        <EmptyState icon={<Handshake />} title="No team follows it yet" action={adopt || undefined}>
          A team that adopts it says which version it follows, since when and how it goes. Who falls behind a newer
          version is seen here.
        </EmptyState>
        {dialogs}
      </>
    );
  return (
    <div className="adoption">
      <div className="adoption__head">
        <Sums adoption={adoption} latest={current.number} />
        <div className="adoption__acts">
          {adopt}
          {can(artifact, 'adoption:nudge') && behind.length > 0 && (
            <Button icon={<BellRing aria-hidden />} onClick={() => setNudging(true)}>
              Nudge who is behind
            </Button>
          )}
        </div>
      </div>
      {adoptions.length > 0 && <AdoptionTable artifact={artifact} adoptions={adoptions} />}
      {overTime.length > 1 && <AdoptionChart months={overTime} />}
      {dialogs}
    </div>
  );
}

function Sums({ adoption: { teams, current, behind, byVersion }, latest }: { adoption: Summary; latest: number }) {
  const old = byVersion.filter(({ version, teams: count }) => version.number !== latest && count > 0);
  return (
    <dl className="adoption__sums">
      <div>
        <dt>Teams that follow it</dt>
        <dd>{teams}</dd>
      </div>
      <div>
        <dt>On version {latest}</dt>
        <dd>{current}</dd>
      </div>
      {old.map(({ version, teams: count }) => (
        <div key={version.id}>
          <dt>On version {version.number}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      <div>
        <dt>Behind</dt>
        <dd data-behind={behind > 0 || undefined}>{behind}</dd>
      </div>
    </dl>
  );
}
