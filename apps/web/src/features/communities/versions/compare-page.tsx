import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { useSearchParams } from 'react-router';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShownArtifact } from '../artifacts/shown-artifact';
import { PageDiff } from './page-diff';
import { ARTIFACT_DIFF } from './versions.operations';
import './versions.css';

const DRAFT = 'draft';
const NOTHING = 'nothing';

const numberIn = (text: string | null) => (text !== null && /^\d+$/.test(text) ? Number(text) : null);

/** `/artifacts/:key/compare?from=1&to=2`: what is different between two versions, or a version and the draft. */
export function ComparePage() {
  const artifact = useShownArtifact();
  const [params, setParams] = useSearchParams();
  const from = numberIn(params.get('from'));
  const to = numberIn(params.get('to'));
  const { data, previousData, error, loading, refetch } = useQuery(ARTIFACT_DIFF, {
    variables: { artifactId: artifact.id, fromNumber: from, toNumber: to },
    fetchPolicy: 'cache-and-network',
  });
  const diffs = (data ?? previousData)?.artifactDiff;
  const choose = (name: 'from' | 'to', value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === DRAFT || value === NOTHING) next.delete(name);
      else next.set(name, value);
      return next;
    });
  const versions = [...artifact.versions]
    .sort((one, other) => other.number - one.number)
    .map(({ number }) => ({ value: String(number), label: `Version ${number}` }));
  return (
    <div className="compare">
      <div className="compare__bar">
        <Select
          label="From"
          value={from === null ? NOTHING : String(from)}
          options={[{ value: NOTHING, label: 'What it is based on' }, ...versions]}
          onChange={(event) => choose('from', event.target.value)}
        />
        <Select
          label="To"
          value={to === null ? DRAFT : String(to)}
          options={[{ value: DRAFT, label: 'The draft' }, ...versions]}
          onChange={(event) => choose('to', event.target.value)}
        />
        {diffs && (
          <output className="compare__count">
            {diffs.length === 0 ? 'Nothing is different.' : diffs.length === 1 ? 'One page' : `${diffs.length} pages`}
          </output>
        )}
      </div>
      {!diffs && loading && <Skeleton shape="card" lines={10} label="Comparing" />}
      {!diffs && !loading && error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {diffs?.map((diff) => (
        <PageDiff key={diff.path} diff={diff} />
      ))}
    </div>
  );
}
