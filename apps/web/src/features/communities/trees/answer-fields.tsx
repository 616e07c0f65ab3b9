import type { DecisionTree, TreeAnswer } from '@chapterhouse/domain/communities/decision-tree';
import { answerWordsProblem, targetsOf } from '@chapterhouse/domain/communities/decision-tree-edits';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Select } from '@chapterhouse/ui/select';
import { ArrowDown, ArrowRight, ArrowUp, X } from 'lucide-react';
import { headAndRest, nodeWords } from './tree-words';
import { WordsField } from './words-field';

export type AnswerFieldsProps = {
  tree: DecisionTree;
  answer: TreeAnswer;
  position: number;
  /** Of its question, from 1. */
  number: number;
  count: number;
  locked: boolean;
  onWords: (words: string) => void;
  onLead: (to: string) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onGo: () => void;
};

/** One answer of a question: its words, where it leads, its place among the others. */
export function AnswerFields(props: AnswerFieldsProps) {
  const { tree, answer, position, number, count, locked, onWords, onLead, onMove, onRemove, onGo } = props;
  const options = tree.nodes
    .filter(({ id }) => id === answer.to)
    .concat(targetsOf(tree, answer.from, position).filter(({ id }) => id !== answer.to))
    .map((node) => ({ value: node.id, label: headAndRest(nodeWords(node)).head }));
  return (
    <fieldset className="answer-fields" aria-label={`Answer ${number}`}>
      <WordsField
        label={`Answer ${number}`}
        value={answer.text}
        problemOf={answerWordsProblem}
        disabled={locked}
        onWords={onWords}
      />
      <Select
        label="Leads to"
        value={answer.to}
        options={options}
        disabled={locked}
        onChange={(event) => onLead(event.target.value)}
      />
      <div className="answer-fields__ways">
        <IconButton label={`Go to where answer ${number} leads`} icon={<ArrowRight aria-hidden />} onClick={onGo} />
        {!locked && (
          <>
            <IconButton
              label={`Offer answer ${number} earlier`}
              icon={<ArrowUp aria-hidden />}
              disabled={number === 1}
              onClick={() => onMove(-1)}
            />
            <IconButton
              label={`Offer answer ${number} later`}
              icon={<ArrowDown aria-hidden />}
              disabled={number === count}
              onClick={() => onMove(1)}
            />
            <IconButton label={`Remove answer ${number}`} icon={<X aria-hidden />} onClick={onRemove} />
          </>
        )}
      </div>
    </fieldset>
  );
}
