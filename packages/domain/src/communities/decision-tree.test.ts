import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type DecisionTree, kindOf, rootOf, TREE_DIRECTIONS } from './decision-tree.js';
import { isNodeId } from './decision-tree-nodes.js';
import { tidyWords } from './decision-tree-words.js';
import { readDecisionTree } from './read-decision-tree.js';
import { writeDecisionTree } from './decision-tree-writer.js';

const chart = (...lines: string[]): string => ['flowchart TD', ...lines].join('\n');
const problemsOf = (source: string): string[] =>
  readDecisionTree(source).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('what a flowchart says', () => {
  it.each([
    ['square', 'A[Words]'],
    ['round', 'A(Words)'],
    ['stadium', 'A([Words])'],
    ['subroutine', 'A[[Words]]'],
    ['circle', 'A((Words))'],
    ['double circle', 'A(((Words)))'],
    ['flag', 'A>Words]'],
    ['cylinder', 'A[(Words)]'],
    ['slanted', 'A[/Words/]'],
    ['slanted both ways', String.raw`A[\Words/]`],
    ['rhombus', 'A{Words}'],
    ['hexagon', 'A{{Words}}'],
    ['quoted', 'A["Words"]'],
    ['quoted Markdown', 'A["`Words`"]'],
    ['with a class', 'A[Words]:::big'],
  ])('reads a node: %s', (_, written) => {
    const { tree, problems } = readDecisionTree(chart(`${written} --> B`));
    expect(problems).toEqual([]);
    expect(tree.nodes).toEqual([
      { id: 'A', kind: 'STEP', text: 'Words' },
      { id: 'B', kind: 'OUTCOME', text: 'B' },
    ]);
  });

  it.each([
    ['A --> B', ''],
    ['A-->B', ''],
    ['A --- B', ''],
    ['A -.-> B', ''],
    ['A -.- B', ''],
    ['A ==> B', ''],
    ['A === B', ''],
    ['A ----> B', ''],
    ['A --o B', ''],
    ['A --x B', ''],
    ['A -->|yes| B', 'yes'],
    ['A --> |yes|B', 'yes'],
    ['A -->|"yes (really)"| B', 'yes (really)'],
    ['A -- yes --> B', 'yes'],
    ['A -- yes and-or no --> B', 'yes and-or no'],
    ['A --yes--> B', 'yes'],
    ['A --other--> B', 'other'],
    ['A -- "yes [1, 2]" --> B', 'yes [1, 2]'],
    ['A -. v1.2 .-> B', 'v1.2'],
    ['A == yes ==> B', 'yes'],
    ['A\n  --> B', ''],
    ['A -->\n  B', ''],
  ])('reads an answer: %s', (written, text) => {
    const { tree, problems } = readDecisionTree(chart(written));
    expect(problems).toEqual([]);
    expect(tree.answers).toEqual([{ from: 'A', to: 'B', text }]);
  });

  it('reads chains, several at once, statements on one line, comments and line ends of any kind', () => {
    const { tree, problems, comments } = readDecisionTree(
      'graph LR; %% a comment\r\n  A{Now?} -->|yes| B & C; A -->|no| D --> E\r\n%% B --> Z\r\n',
    );
    expect(problems.map(({ code }) => code)).toEqual(['ANSWERS_ALIKE']);
    expect(tree.direction).toBe('LR');
    expect(comments).toEqual(['a comment', 'B --> Z']);
    expect(readDecisionTree(writeDecisionTree(tree, comments)).comments).toEqual(comments);
    expect(tree.answers.map(({ from, to, text }) => `${from}${to}${text}`)).toEqual(['AByes', 'ACyes', 'ADno', 'DE']);
  });

  it('reads groups flat, and notes what it leaves out', () => {
    const { tree, problems, notes } = readDecisionTree(
      `---\ntitle: x\n---\n%%{init: {}}%%\n${chart(
        'subgraph one [First group]',
        'direction LR',
        'A{Now?} -->|yes| B',
        'end',
        'A -->|no| C',
        'style A fill:#f9f; click B "https://example.org/a;b" _blank',
        'classDef big font-size:20px',
        'class A,B big',
        'linkStyle 0 stroke:#ff3',
      )}`,
    );
    expect(problems).toEqual([]);
    expect(tree.nodes.map(({ id }) => id)).toEqual(['A', 'B', 'C']);
    expect(notes.map(({ line }) => line)).toEqual([1, 4, 6, 11, 11, 12, 13, 14]);
  });

  it('reads entities and line breaks as the characters that they are', () => {
    const { tree } = readDecisionTree(chart('A["#quot;x#quot; #35;1 &lt;b&gt; #0; #unknown;<br/>two"] --> B'));
    expect(tree.nodes[0]?.text).toBe('"x" #1 <b> #0; #unknown;\ntwo');
  });

  it('is not misled by names that objects have of their own', () => {
    const { tree, problems } = readDecisionTree(
      chart('constructor{toString?} -->|yes| __proto__', 'constructor -->|no| valueOf'),
    );
    expect(problems).toEqual([]);
    expect(tree.nodes.map(({ id }) => id)).toEqual(['constructor', '__proto__', 'valueOf']);
  });

  it('says of each kind what follows from its answers', () => {
    const { tree, root } = readDecisionTree(chart('A{One?} -->|yes| B[Do it] --> C', 'A -->|no| D'));
    expect(root).toBe('A');
    expect(tree.nodes.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'A QUESTION',
      'B STEP',
      'C OUTCOME',
      'D OUTCOME',
    ]);
  });
});

describe('what is wrong, and where', () => {
  it.each([
    ['', ['HEADER 1:1']],
    ['sequenceDiagram\nA->>B: hi', ['HEADER 1:1']],
    ['graphs TD', ['HEADER 1:1']],
    ['flowchart XX\nA --> B', ['ARROW 1:11']],
    ['flowchart TD', ['EMPTY 1:1']],
    [chart('A[Words --> B'), ['BRACKETS 2:2']],
    [chart('A[Words', 'A --> B'), ['BRACKETS 2:2']],
    [chart('A["Words] --> B'), ['QUOTES 2:3']],
    [chart('A["Words") --> B'), ['BRACKETS 2:10']],
    [chart('A[f(x)] --> B'), ['QUOTES 2:4']],
    [chart('A [Words] --> B'), ['NODE 2:2']],
    [chart('A[] --> B'), ['WORDS 2:1']],
    [chart('A@{ shape: rect } --> B'), ['NODE 2:1']],
    [chart('A -->|yes B'), ['LABEL 2:6']],
    [chart('A -- yes', 'B'), ['LABEL 2:3']],
    [chart('A <--> B'), ['ARROW 2:3']],
    [chart('A ~~~ B'), ['ARROW 2:3']],
    [chart('A -> B'), ['ARROW 2:3']],
    [chart('A --> '), ['NODE 2:7']],
    [chart('A --> end'), ['NODE 2:7']],
    [chart('A B'), ['ARROW 2:3']],
    [chart('A[One] --> B', 'A[Two] --> C'), ['TWICE 3:1']],
    [chart('end'), ['GROUP 2:1']],
    [chart('subgraph one', 'A --> B'), ['GROUP 2:1']],
    [chart('subgraph one', 'A --> B', 'end', 'B --> one'), ['GROUP 5:7']],
    [chart('A[x', 'B[y', 'C --> D'), ['BRACKETS 2:2', 'BRACKETS 3:2']],
    // Of the tree, once the text can be read.
    [chart('A --> B --> A'), ['NO_ROOT 2:1', 'CYCLE 2:9']],
    [chart('A --> A'), ['NO_ROOT 2:1', 'CYCLE 2:3']],
    [chart('A --> B', 'B --> C', 'C --> B'), ['CYCLE 4:3']],
    [chart('A --> B', 'C --> B'), ['SECOND_ROOT 3:1']],
    [chart('A --> B', 'C[Alone]'), ['ORPHAN 3:1']],
    [chart('C[Alone]', 'A --> B'), ['ORPHAN 2:1']],
    [chart('A[Alone]'), ['DEAD_END 2:1']],
    [chart('A --> B{What?}'), ['DEAD_END 2:7']],
    [chart('A -->|yes| B', 'A --> C'), ['ANSWER_WITHOUT_WORDS 3:3']],
    [chart('A -->|Yes| B', 'A -->|yes| C'), ['ANSWERS_ALIKE 3:3']],
    [chart('A -->|yes| B', 'A -->|no| B'), ['SAME_TARGET 3:3']],
  ])('%j', (source, expected) => {
    expect(problemsOf(source)).toEqual(expected);
  });

  it('finds every way back in a large tree without running out of stack', () => {
    const steps = Array.from({ length: 499 }, (_, index) => `n${index} --> n${index + 1}`);
    expect(problemsOf(chart(...steps))).toEqual([]);
    expect(problemsOf(chart(...steps, 'n499 --> n1')).map((words) => words.split(' ')[0])).toEqual(['CYCLE']);
    expect(problemsOf(chart(...steps, 'n499 --> n500')).map((words) => words.split(' ')[0])).toEqual(['TOO_LARGE']);
  });

  it('names the way round in words', () => {
    const [problem] = readDecisionTree(chart('Q --> A[First] --> B[Second] --> A')).problems;
    expect(problem?.words).toContain('“First” → “Second” → “First”');
  });
});

describe('a text that would keep a careless reader busy', () => {
  it.each([
    ['dots', `A -. x ${'.'.repeat(99_000)}`],
    ['dashes', `A -- x ${'- '.repeat(49_000)}`],
    ['breaks that are none', `A["${'<br '.repeat(24_000)}"]`],
    ['groups', 'subgraph a\n'.repeat(9_000)],
    ['quotes', `click ${'"a;'.repeat(30_000)}`],
    ['settings without an end', '%%{\n'.repeat(24_000)],
    [
      'ways back',
      Array.from({ length: 1_500 }, (_, index) => `n${index % 500} -->|${index}| n${(index * 7) % 500}`).join('\n'),
    ],
  ])('%s', (_, words) => {
    const began = performance.now();
    expect(readDecisionTree(chart(words)).problems.length).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

const WORDS = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.stringMatching(/^[a-z"#<>&;`|()[\]{}\n:/\\-]{1,20}$/u),
  )
  .map(tidyWords)
  .filter((words) => words !== '' && !/\p{Cs}/u.test(words));

const TREES: fc.Arbitrary<DecisionTree> = fc
  .record({
    direction: fc.constantFrom(...TREE_DIRECTIONS),
    names: fc.uniqueArray(fc.stringMatching(/^[\p{L}\p{N}_]([\p{L}\p{N}_]|[-./][a-z]){0,6}$/u).filter(isNodeId), {
      minLength: 1,
      maxLength: 12,
    }),
    texts: fc.array(WORDS, { minLength: 12, maxLength: 12 }),
    asked: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    links: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.oneof(fc.constant(''), WORDS)), { maxLength: 25 }),
  })
  .map(({ direction, names, texts, asked, links }) => {
    const answers = links.flatMap(([from, to, text]) => {
      const [one, other] = [names[from], names[to]];
      return one === undefined || other === undefined ? [] : [{ from: one, to: other, text }];
    });
    const nodes = names.map((id, index) => ({
      id,
      kind: kindOf(answers.filter(({ from }) => from === id).length, asked[index] ?? false),
      text: texts[index] ?? id,
    }));
    return { direction, nodes, answers };
  });

describe('properties', () => {
  it('reads the tree that it wrote, whatever the words, legal or not', () => {
    fc.assert(
      fc.property(TREES, (tree) => {
        const read = readDecisionTree(writeDecisionTree(tree));
        expect(read.tree).toEqual(tree);
        expect(read.root).toBe(rootOf(tree)?.id ?? null);
      }),
      { numRuns: 500 },
    );
  });

  it('comes to an end, and names a place within the text, whatever it is given', () => {
    const line = fc.stringMatching(/^[ABC\s[\](){}|"<>=.;&%~x-]{0,30}$/u);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const source = chart(...lines);
        const written = source.split(/\r\n?|\n/u);
        for (const { line: at, column } of readDecisionTree(source).problems)
          expect((written[(at ?? 0) - 1]?.length ?? -2) + 1).toBeGreaterThanOrEqual(column ?? 0);
      }),
      { numRuns: 500 },
    );
  });
});
