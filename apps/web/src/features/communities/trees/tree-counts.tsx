import { useQuery } from '@apollo/client/react';
import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { WALK_PAUSE_MINUTES } from '@chapterhouse/domain/communities/decision-tree-walk';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { Table } from '@chapterhouse/ui/table';
import { Footprints } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WalkCountsQuery } from '../../../generated/graphql';
import { addDays } from '../../../platform/dates/day-words';
import { useToday } from '../../../platform/dates/use-today';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import type { ShownArtifact } from '../artifacts/shown-artifact';
import { useArtifactChanges } from '../artifacts/use-artifact-changes';
import { type NodeNote, TreePicture } from './tree-picture';
import { headAndRest, NODE_KIND_WORDS, nodeWords } from './tree-words';
import { WALK_COUNTS } from './trees.operations';
import './tree-counts.css';

type Counts = WalkCountsQuery['walkCounts'];

const SPANS = [
  { value: '30', label: 'The last 30 days' },
  { value: '90', label: 'The last 90 days' },
  { value: '365', label: 'The last year' },
];

/** For the authors: where walks end, and where people stop. Sums only: nobody is told who walked. */
export function TreeCounts({ artifact }: { artifact: ShownArtifact }) {
  const today = useToday();
  const [number, setNumber] = useState(artifact.current?.number ?? 1);
  const [days, setDays] = useState('90');
  const { data, previousData, error, loading, refetch } = useQuery(WALK_COUNTS, {
    variables: {
      artifactId: artifact.id,
      number,
      from: addDays(today, 1 - Number(days)),
      endsBefore: addDays(today, 1),
    },
    fetchPolicy: 'cache-and-network',
  });
  useArtifactChanges(artifact.id, refetch);
  const counts = (data ?? previousData)?.walkCounts;
  const versions = [...artifact.versions]
    .sort((one, other) => other.number - one.number)
    .map((version) => ({ value: String(version.number), label: `Version ${version.number}` }));
  return (
    <div className="tree-counts">
      <div className="tree-counts__bar">
        <Select
          label="Version"
          value={String(number)}
          options={versions}
          onChange={(event) => setNumber(Number(event.target.value))}
        />
        <Select label="Walked in" value={days} options={SPANS} onChange={(event) => setDays(event.target.value)} />
      </div>
      {!counts && loading && <Skeleton shape="card" lines={8} label="Counting" />}
      {!counts && !loading && error && (
        <ErrorNote
          title={shownRefusal(error).title}
          next={shownRefusal(error).next}
          action={<Button onClick={() => void refetch().catch(() => {})}>Try again</Button>}
        />
      )}
      {counts && counts.walks === 0 && (
        <EmptyState icon={<Footprints />} title="Nobody walked it in this time.">
          <p>When people walk it, you see here how often each outcome is reached and where they stop.</p>
        </EmptyState>
      )}
      {counts && counts.walks > 0 && <Counted counts={counts} />}
    </div>
  );
}

function Counted({ counts }: { counts: Counts }) {
  const { walks, finished, nodes } = counts;
  const { tree, notes, weights } = useMemo(() => drawnCounts(counts), [counts]);
  const outcomes = nodes.filter(({ node }) => node.kind === 'OUTCOME');
  const reachedOnes = outcomes
    .filter(({ reached }) => reached > 0)
    .toSorted((one, other) => other.reached - one.reached);
  const never = outcomes.filter(({ reached }) => reached === 0);
  const stopped = nodes.filter((node) => node.stopped > 0).toSorted((one, other) => other.stopped - one.stopped);
  const gaveUp = stopped.reduce((sum, node) => sum + node.stopped, 0);
  return (
    <>
      <p className="tree-counts__sum">
        <strong>{walks.toLocaleString('en')}</strong> {walks === 1 ? 'walk' : 'walks'}:{' '}
        <strong>{finished.toLocaleString('en')}</strong> came to an outcome,{' '}
        <strong>{gaveUp.toLocaleString('en')}</strong> stopped on the way
        {walks > finished + gaveUp && `, ${(walks - finished - gaveUp).toLocaleString('en')} under way`}.
      </p>
      <section aria-labelledby="tree-outcomes">
        <h2 id="tree-outcomes">Outcomes</h2>
        <Table caption="How often each outcome was reached">
          <thead>
            <tr>
              <th scope="col">Outcome</th>
              <th scope="col" className="ch-number">
                Reached
              </th>
              <th scope="col" className="ch-number">
                Of those that ended
              </th>
            </tr>
          </thead>
          <tbody>
            {reachedOnes.map(({ node, reached }) => (
              <tr key={node.id}>
                <th scope="row">{headAndRest(nodeWords(node)).head}</th>
                <td className="ch-number">{reached.toLocaleString('en')}</td>
                <td className="ch-number">{finished === 0 ? '–' : `${Math.round((reached / finished) * 100)} %`}</td>
              </tr>
            ))}
          </tbody>
        </Table>
        {never.length > 0 && (
          <details>
            <summary>
              {never.length === 1 ? 'One outcome was' : `${never.length} outcomes were`} not reached in this time
            </summary>
            <ul>
              {never.map(({ node }) => (
                <li key={node.id}>{headAndRest(nodeWords(node)).head}</li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <section aria-labelledby="tree-stops">
        <h2 id="tree-stops">Where people stop</h2>
        {stopped.length === 0 ? (
          <p>Nobody stopped on the way.</p>
        ) : (
          <Table caption="Where walks were given up">
            <thead>
              <tr>
                <th scope="col">At</th>
                <th scope="col" className="ch-number">
                  Stopped
                </th>
                <th scope="col" className="ch-number">
                  Of those who came here
                </th>
              </tr>
            </thead>
            <tbody>
              {stopped.map(({ node, reached, stopped: count }) => (
                <tr key={node.id}>
                  <th scope="row">
                    {NODE_KIND_WORDS[node.kind]}: {headAndRest(nodeWords(node)).head}
                  </th>
                  <td className="ch-number">{count.toLocaleString('en')}</td>
                  <td className="ch-number">{reached === 0 ? '–' : `${Math.round((count / reached) * 100)} %`}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
        <p className="tree-counts__note">
          A walk counts as stopped when nobody went on for {WALK_PAUSE_MINUTES} minutes. Who walked is told to nobody.
        </p>
      </section>
      <TreePicture tree={tree} label="How the tree is walked" notes={notes} weights={weights} />
    </>
  );
}

/** The picture with its numbers: a line is as thick as the answer is often given. */
function drawnCounts({ nodes, answers }: Counts) {
  const tree: DecisionTree = {
    direction: 'TB',
    nodes: nodes.map(({ node }) => node),
    answers: answers.map(({ answer }) => answer),
  };
  const most = Math.max(1, ...answers.map(({ taken }) => taken));
  const notes = new Map<string, NodeNote>();
  for (const { node, reached, stopped } of nodes) {
    const attention = stopped > 0 ? ({ tone: 'attention' } as const) : {};
    notes.set(node.id, { text: stopped > 0 ? `${reached}, ${stopped} stopped` : String(reached), ...attention });
  }
  return {
    tree,
    notes,
    weights: new Map(answers.map(({ answer, taken }) => [`${answer.from} ${answer.to}`, taken / most])),
  };
}
