import type { DecisionTree, TreeNode } from '@chapterhouse/domain/communities/decision-tree';
import {
  answerWordsProblem,
  branchOf,
  changeAnswer,
  hasRoom,
  insertNode,
  markAsked,
  moveAnswer,
  nodeWordsProblem,
  removeAnswer,
  removeNode,
  rewordNode,
} from '@chapterhouse/domain/communities/decision-tree-edits';
import type { DecisionTreeProblem } from '@chapterhouse/domain/communities/decision-tree-problems';
import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Menu, MenuItem } from '@chapterhouse/ui/menu';
import { Segments } from '@chapterhouse/ui/segments';
import { Ellipsis, Plus, Trash2 } from 'lucide-react';
import { AnswerFields } from './answer-fields';
import type { TreeChange } from './tree-hands';
import { NODE_KIND_WORDS, nodeWords } from './tree-words';
import { NEW_STEP, WordsField } from './words-field';
import './node-form.css';

export type NodeFormProps = {
  tree: DecisionTree;
  node: TreeNode;
  problems: readonly DecisionTreeProblem[];
  locked: boolean;
  onChange: TreeChange;
  onChoose: (id: string) => void;
  onBranch: () => void;
  onRemove: () => void;
};

const ASKS = [
  { value: 'OUTCOME', label: 'Outcome' },
  { value: 'QUESTION', label: 'Question' },
] as const;

const DEAD_END = 'It has no answers yet: add them, or make it an outcome.';

const HINTS = {
  QUESTION: undefined,
  STEP: 'What is done before one goes on.',
  OUTCOME: 'The first line is the outcome; write below what to do next, in Markdown: a link is [words](A-5).',
};

/** The chosen node: its words, how one comes to it, and where its answers lead. */
export function NodeForm({ tree, node, problems, locked, onChange, onChoose, onBranch, onRemove }: NodeFormProps) {
  const { id, kind } = node;
  const incoming = tree.answers.flatMap((answer, position) => (answer.to === id ? [{ answer, position }] : []));
  const own = tree.answers.flatMap((answer, position) => (answer.from === id ? [{ answer, position }] : []));
  const below = branchOf(tree, id).length - 1;
  const wordsOf = (nodeId: string) =>
    nodeWords(tree.nodes.find((one) => one.id === nodeId) ?? { id: nodeId, text: '' });
  return (
    <section className="node-form" aria-label="What is chosen">
      {incoming.map(({ answer, position }) => (
        <div key={`${answer.from} ${position}`} data-incoming>
          <WordsField
            label={`Answer to “${wordsOf(answer.from).split('\n')[0]}” that leads here`}
            value={answer.text}
            problemOf={answerWordsProblem}
            disabled={locked}
            onWords={(text) => onChange((before) => changeAnswer(before, position, { text }), `answer ${position}`)}
          />
        </div>
      ))}
      <WordsField
        label={NODE_KIND_WORDS[kind]}
        hint={HINTS[kind]}
        lines
        value={node.text}
        problemOf={nodeWordsProblem}
        disabled={locked}
        onWords={(words) => onChange((before) => rewordNode(before, id, words), `words ${id}`)}
      />
      {problems.length > 0 && (
        <ul className="node-form__problems">
          {problems.map(({ code, words }) => (
            <li key={`${code} ${words}`}>{code === 'DEAD_END' ? DEAD_END : words}</li>
          ))}
        </ul>
      )}
      {own.length === 0 && !locked && (
        <Segments
          label="What it is"
          value={kind === 'QUESTION' ? 'QUESTION' : 'OUTCOME'}
          onChange={(next) => onChange((before) => markAsked(before, id, next === 'QUESTION'))}
          options={ASKS}
        />
      )}
      {own.length > 0 && (
        <fieldset className="node-form__answers">
          <legend>Answers, in the order in which they are offered</legend>
          {own.map(({ answer, position }, index) => (
            <AnswerFields
              key={`${answer.to} ${position}`}
              tree={tree}
              answer={answer}
              position={position}
              number={index + 1}
              count={own.length}
              locked={locked}
              onWords={(text) => onChange((before) => changeAnswer(before, position, { text }), `answer ${position}`)}
              onLead={(to) => onChange((before) => changeAnswer(before, position, { to }))}
              onMove={(by) => onChange((before) => moveAnswer(before, position, by))}
              onRemove={() => onChange((before) => removeAnswer(before, position))}
              onGo={() => onChoose(answer.to)}
            />
          ))}
        </fieldset>
      )}
      {!locked && (
        <div className="node-form__ways">
          <Button icon={<Plus aria-hidden />} disabled={!hasRoom(tree)} onClick={onBranch}>
            Add an answer
          </Button>
          <Menu align="end" trigger={<IconButton label="More for what is chosen" icon={<Ellipsis aria-hidden />} />}>
            {incoming.map(({ answer, position }) => (
              <MenuItem
                key={`${answer.from} ${position}`}
                hint={`Between “${wordsOf(answer.from).split('\n')[0]}” and this`}
                onSelect={() =>
                  onChange((before) => {
                    const grown = insertNode(before, position, NEW_STEP);
                    onChoose(grown.id);
                    return grown.tree;
                  })
                }
              >
                Put a step before it
              </MenuItem>
            ))}
            {below > 0 && (
              <MenuItem
                hint="What it leads to stays, loose"
                onSelect={() => onChange((before) => removeNode(before, id))}
              >
                Remove it alone
              </MenuItem>
            )}
            <MenuItem
              icon={<Trash2 aria-hidden />}
              tone="danger"
              hint={below > 0 ? `With ${below === 1 ? 'one more' : `${below} more`} that only it leads to` : undefined}
              onSelect={onRemove}
            >
              Remove
            </MenuItem>
          </Menu>
        </div>
      )}
    </section>
  );
}
