import type { DecisionTree } from '@chapterhouse/domain/communities/decision-tree';
import { offeredAt } from '@chapterhouse/domain/communities/decision-tree-walk';
import { Button } from '@chapterhouse/ui/button';
import { EmptyState } from '@chapterhouse/ui/empty-state';
import { ErrorNote } from '@chapterhouse/ui/error-note';
import { Kbd } from '@chapterhouse/ui/kbd';
import { announce } from '@chapterhouse/ui/live-region';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { ArrowLeft, Footprints, RotateCcw } from 'lucide-react';
import { useRef } from 'react';
import { MarkdownText } from '../../../platform/markdown/markdown-text';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { headAndRest, nodeWords, sizeWords } from './tree-words';
import { useWalk, type Walking } from './use-walk';
import './walk-tree.css';

export type WalkTreeProps = { artifact: { id: string; key: string }; versionId: string; tree: DecisionTree };

/** A tree walked question by question; made for a thumb. Where somebody was they go on, after a reload and on another device too. */
export function WalkTree({ artifact, versionId, tree }: WalkTreeProps) {
  const walking = useWalk(artifact, versionId);
  const { walk, outdated, looking, pending, refusal, start } = walking;
  if (walk) return <UnderWay walking={walking} walk={walk} tree={tree} />;
  if (looking) return <Skeleton shape="card" lines={6} label="Looking where you were" />;
  return (
    <div className="walk">
      {outdated && (
        <ErrorNote
          tone="attention"
          title="A new version was published since you were here."
          next="The questions may be others now: begin again."
        />
      )}
      <EmptyState
        icon={<Footprints />}
        title="Walk it step by step"
        action={
          <Button variant="primary" size="lg" pending={pending} onClick={() => void start()}>
            Begin
          </Button>
        }
      >
        <p>{sizeWords(tree)}. Answer one question after the other; you can go back, and go on later where you were.</p>
        <RefusalNote refusal={refusal} />
      </EmptyState>
    </div>
  );
}

type UnderWayProps = { walking: Walking; walk: NonNullable<Walking['walk']>; tree: DecisionTree };

function UnderWay({ walking, walk, tree }: UnderWayProps) {
  const { pending, refusal, start, take, back } = walking;
  const { at, path } = walk;
  const heading = useRef<HTMLHeadingElement>(null);
  const node = tree.nodes.find(({ id }) => id === at);
  const offered = offeredAt(tree, at);
  const done = offered.length === 0;
  const go = async (step: Promise<boolean>) => {
    // The next question is where the eyes and the keys are.
    if (await step) setTimeout(() => heading.current?.focus());
    else announce('That did not work.', { urgent: true });
  };
  useShortcut({ key: 'b', label: 'Back to the question before', when: path.length > 0, run: () => void go(back()) });
  if (!node) return null;
  const { head, rest } = headAndRest(nodeWords(node));
  const place = done ? 'Outcome' : node.kind === 'STEP' ? `Step ${path.length + 1}` : `Question ${path.length + 1}`;
  return (
    <section className="walk" aria-label="Walk">
      <div className="walk__card" data-kind={done ? 'OUTCOME' : node.kind}>
        <span className="walk__place">{place}</span>
        <h2 ref={heading} tabIndex={-1} className="walk__words">
          {head}
        </h2>
        {rest !== '' && <MarkdownText text={rest} headings={3} />}
      </div>
      {!done && (
        <ul className="walk__answers" aria-label="Answers">
          {offered.map((answer, index) => (
            <li key={answer.to}>
              <AnswerButton
                number={index + 1}
                words={answer.text === '' ? 'Done, go on' : answer.text}
                pending={pending}
                onTake={() => void go(take(answer.from, answer.to))}
              />
            </li>
          ))}
        </ul>
      )}
      <RefusalNote
        refusal={refusal}
        action={
          <Button size="sm" onClick={() => void go(start())}>
            Begin again
          </Button>
        }
      />
      <div className="walk__ways">
        {path.length > 0 && (
          <Button icon={<ArrowLeft aria-hidden />} pending={pending} onClick={() => void go(back())}>
            Back
          </Button>
        )}
        {(path.length > 0 || done) && (
          <Button
            variant={done ? 'primary' : 'ghost'}
            icon={<RotateCcw aria-hidden />}
            pending={pending}
            onClick={() => void go(start())}
          >
            Start again
          </Button>
        )}
      </div>
      {path.length > 0 && <WayHere tree={tree} path={path} open={done} />}
    </section>
  );
}

type AnswerButtonProps = { number: number; words: string; pending: boolean; onTake: () => void };

/** Pressed twice it is taken once. */
function AnswerButton({ number, words, pending, onTake }: AnswerButtonProps) {
  useShortcut({ key: String(number), label: `Answer: ${words}`, when: number < 10 && !pending, run: onTake });
  return (
    <button type="button" className="walk__answer" aria-disabled={pending} onClick={pending ? undefined : onTake}>
      <span>{words}</span>
      {number < 10 && <Kbd>{String(number)}</Kbd>}
    </button>
  );
}

type WayHereProps = { tree: DecisionTree; path: readonly { from: string; to: string }[]; open: boolean };

function WayHere({ tree, path, open }: WayHereProps) {
  return (
    <details className="walk__way" open={open}>
      <summary>How you came here</summary>
      <ol>
        {path.map(({ from, to }) => {
          const node = tree.nodes.find(({ id }) => id === from);
          const answer = tree.answers.find((one) => one.from === from && one.to === to);
          return (
            <li key={from}>
              {node && headAndRest(nodeWords(node)).head}{' '}
              <span className="walk__given">{answer?.text === '' ? 'done' : answer?.text}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
