import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';

const DATA = join(import.meta.dirname, '../../../../../../../shared/data/decision-trees');
const there = existsSync(DATA);
const suite = there ? describe : describe.skip;
if (!there) process.stderr.write(`Skipped: no real flowcharts in ${DATA}.\n`);

interface Tree {
  root: string | null;
  nodes: { id: string; kind: string }[];
  answers: { from: string; to: string }[];
  problems: { code: string; words: string; line: number | null }[];
}
interface Walk {
  id: string;
  at: string;
  outcome: { id: string } | null;
}

suite('flowcharts that people wrote, brought in as decision trees', () => {
  const files = there ? readdirSync(DATA).filter((name) => name.endsWith('.mmd')) : [];
  let app: TestApp;
  let told: ArtifactStory;
  beforeAll(async () => {
    app = await TestApp.start();
    told = await ArtifactStory.tell(app, 'Real trees');
  });
  afterAll(() => app?.stop());

  it.each(files)(
    '%s is published and walked to each of its outcomes, or refused with a reason at a line',
    async (name) => {
      const { story } = told;
      const mermaid = readFileSync(join(DATA, name), 'utf8');
      const input = `{ communityId: "${story.communityId}", title: ${text(name)}, kind: DECISION_TREE, approvalsNeeded: 0 }`;
      const { id } = await story.done<{ id: string }>(story.ana, `createArtifact(input: ${input}) { id }`);
      const writing = `writeTree(artifactId: "${id}", revision: ${await told.revision(id)}, mermaid: ${text(mermaid)})`;
      await story.done(story.ben, `${writing} { revision }`);
      const { draft } = await told.of<{ draft: { tree: Tree } }>(
        id,
        'draft { tree { root nodes { id kind } answers { from to } problems { code words line } } }',
      );
      const { tree } = draft;
      const publishing = told.publishing(id, await told.revision(id));
      if (tree.problems.length > 0) {
        expect(await told.refusal(story.ana, publishing)).toMatchObject({
          code: 'NOT_READY_TO_PUBLISH',
          details: { treeProblems: tree.problems.length },
        });
        const lines = mermaid.split('\n').length;
        for (const { words, line } of tree.problems) {
          expect(words).not.toBe('');
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
        }
        process.stdout.write(
          `${name}: refused\n${tree.problems.map(({ line, words }) => `  ${line}: ${words}\n`).join('')}`,
        );
        return;
      }
      await story.done(story.ana, publishing);
      const outcomes = tree.nodes.filter(({ kind }) => kind === 'OUTCOME').map((node) => node.id);
      for (const outcome of outcomes) {
        let walk = await story.done<Walk>(story.cleo, `startWalk(artifactId: "${id}") { id at outcome { id } }`);
        for (const { from, to } of wayTo(outcome, tree)) {
          expect(walk.at).toBe(from);
          const step = `takeAnswer(walkId: "${walk.id}", from: ${text(from)}, to: ${text(to)})`;
          walk = await story.done<Walk>(story.cleo, `${step} { id at outcome { id } }`);
        }
        expect(walk.outcome).toEqual({ id: outcome });
      }
      const { walkCounts } = await story.seen<{ walkCounts: { walks: number; finished: number; nodes: Counted[] } }>(
        story.ben,
        `walkCounts(artifactId: "${id}") { walks finished nodes { node { id } reached stopped } }`,
      );
      expect(walkCounts).toMatchObject({ walks: outcomes.length, finished: outcomes.length });
      for (const { node, reached, stopped } of walkCounts.nodes) {
        expect(stopped).toBe(0);
        if (outcomes.includes(node.id)) expect(reached).toBe(1);
        if (node.id === tree.root) expect(reached).toBe(outcomes.length);
      }
      process.stdout.write(`${name}: ${tree.nodes.length} nodes, ${outcomes.length} outcomes walked\n`);
    },
  );
});

interface Counted {
  node: { id: string };
  reached: number;
  stopped: number;
}

/** The answers from the root, found backwards. */
function wayTo(node: string, tree: Pick<Tree, 'answers'>): { from: string; to: string }[] {
  const last = tree.answers.find(({ to }) => to === node);
  return last === undefined ? [] : [...wayTo(last.from, tree), last];
}
