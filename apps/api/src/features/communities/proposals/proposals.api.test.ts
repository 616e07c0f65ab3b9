import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ArtifactStory, text } from '../../../../test/artifact-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let told: ArtifactStory;
beforeAll(async () => {
  app = await TestApp.start();
  told = await ArtifactStory.tell(app, 'Proposals');
});
afterAll(() => app?.stop());

describe('proposals', () => {
  interface Proposal {
    id: string;
    version: number;
    state: string;
    conflicts: boolean;
  }
  const fields = '{ id version state conflicts answer viewerCan diff { kind hunks { lines { kind } } } }';
  const propose = (id: string, body: string, number = 1): string =>
    `proposeChange(artifactId: "${id}", pagePath: "index", baseNumber: ${number}, body: ${text(body)}, why: "Clearer") ${fields}`;
  const answer = ({ id, version }: Proposal, take: boolean, words = ''): string =>
    `answerProposal(id: "${id}", version: ${version}, take: ${take}, words: ${text(words)}) ${fields}`;

  async function published(title: string): Promise<string> {
    const { id } = await told.create(title);
    await told.write(told.story.ben, id, 'One\n\nTwo\n\nThree');
    await told.publish(id);
    return id;
  }

  test('of any reader are merged into the draft, which begins by it; who proposed it does not approve it', async () => {
    const { story } = told;
    const id = await published('Proposals');
    expect(await story.refused(story.cleo, propose(id, 'One\n\nTwo\n\nThree'))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, propose(id, 'New', 7))).toBe('NOT_FOUND');
    const proposal = await story.done<Proposal>(story.cleo, propose(id, 'One\n\nTwo\n\nThree and four'));
    expect(proposal).toMatchObject({ state: 'OPEN', conflicts: false, viewerCan: ['proposal:withdraw'] });
    expect(await told.of(id, 'draft { revision } proposals(states: [OPEN]) { edges { node { id } } }')).toEqual({
      draft: null,
      proposals: { edges: [{ node: { id: proposal.id } }] },
    });
    expect(await story.refused(story.cleo, answer(proposal, true))).toBe('FORBIDDEN');
    expect(await story.done(story.ana, answer(proposal, true, 'Thank you'))).toMatchObject({
      state: 'TAKEN',
      answer: 'Thank you',
    });
    expect(await told.page(id)).toMatchObject({ body: 'One\n\nTwo\n\nThree and four' });
    expect(await story.refused(story.ana, answer(proposal, true))).toBe('PROPOSAL_ENDED');
    expect(await story.refused(story.ben, told.asking(id, await told.revision(id), [story.cleo]))).toBe(
      'INVALID_INPUT',
    );
    expect(await told.of(id, 'proposals(states: [OPEN]) { totalCount }')).toEqual({ proposals: { totalCount: 0 } });
  });

  test('come page by page, what waits for an answer first, then the latest', async () => {
    const { story } = told;
    const id = await published('Many');
    const made: Proposal[] = [];
    for (const words of ['First', 'Second', 'Third', 'Fourth'])
      made.push(await story.done<Proposal>(story.cleo, propose(id, `One\n\nTwo\n\n${words}`)));
    const [first, second, third, fourth] = made;
    for (const one of [second, fourth]) if (one) await story.done(story.ben, answer(one, false, 'We keep it'));
    interface Listed {
      proposals: {
        totalCount: number;
        pageInfo: { endCursor: string | null; hasNextPage: boolean };
        edges: { node: { id: string } }[];
      };
    }
    const seen: string[] = [];
    let after = 'null';
    for (let more = true; more;) {
      const { proposals } = await told.of<Listed>(
        id,
        `proposals(first: 3, after: ${after}) { totalCount pageInfo { endCursor hasNextPage } edges { node { id } } }`,
      );
      expect(proposals.totalCount).toBe(4);
      seen.push(...proposals.edges.map(({ node }) => node.id));
      after = text(proposals.pageInfo.endCursor ?? '');
      more = proposals.pageInfo.hasNextPage;
    }
    expect(seen).toEqual([third, first, fourth, second].map((one) => one?.id));
    const list = `node(id: "${id}") { ... on Artifact { proposals(after: "AAAA") { totalCount } } }`;
    const { errors } = await app.graphql(story.ana.cookie, `{ ${list} }`);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('in the same place as what was written since are told so, and declined with words or withdrawn', async () => {
    const { story, dan } = told;
    const id = await published('Conflicts');
    const proposal = await story.done<Proposal>(story.cleo, propose(id, 'One\n\nZwei\n\nThree'));
    const other = await story.done<Proposal>(dan, propose(id, 'Uno\n\nTwo\n\nThree'));
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    await told.write(story.ben, id, 'One\n\nDue\n\nThree');
    expect(await story.seen(story.ana, `changeProposal(id: "${proposal.id}") { conflicts }`)).toEqual({
      changeProposal: { conflicts: true },
    });
    expect(await told.refusal(story.ben, answer(proposal, true))).toMatchObject({ code: 'PROPOSAL_CONFLICTS' });
    expect(await story.refused(story.ben, answer(proposal, false))).toBe('INVALID_INPUT');
    expect(await story.done(story.ben, answer(proposal, false, 'We have it in Italian'))).toMatchObject({
      state: 'DECLINED',
    });
    expect(await story.refused(story.cleo, `withdrawProposal(id: "${other.id}", version: 1) { id }`)).toBe('FORBIDDEN');
    expect(await story.done(dan, `withdrawProposal(id: "${other.id}", version: 1) { state version }`)).toEqual({
      state: 'WITHDRAWN',
      version: 2,
    });
    expect(await told.of(id, 'proposals { edges { node { state } } }')).toEqual({
      proposals: { edges: [{ node: { state: 'WITHDRAWN' } }, { node: { state: 'DECLINED' } }] },
    });
  });

  test('that were written in by hand are taken as they are; what they are of is approved by somebody else', async () => {
    const { story } = told;
    const id = await published('By hand');
    const proposal = await story.done<Proposal>(story.cleo, propose(id, 'One\n\nZwei\n\nThree'));
    const byHand = answer(proposal, true).replace('take: true', 'take: true, writtenIn: true');
    expect(await story.refused(story.ben, byHand)).toBe('NO_DRAFT');
    await story.done(story.ben, `beginDraft(artifactId: "${id}") { revision }`);
    await told.write(story.ben, id, 'One\n\nZwei, due\n\nThree');
    const revision = await told.revision(id);
    expect(await story.done(story.ben, byHand)).toMatchObject({ state: 'TAKEN' });
    expect(await told.page(id)).toMatchObject({ body: 'One\n\nZwei, due\n\nThree' });
    expect(await told.revision(id)).toBe(revision);
    expect(await story.refused(story.ben, told.asking(id, await told.revision(id), [story.cleo]))).toBe(
      'INVALID_INPUT',
    );
  });

  test('two who answer one proposal: one of them answers it', async () => {
    const { story } = told;
    const id = await published('Two answers');
    const proposal = await story.done<Proposal>(story.cleo, propose(id, 'One\n\nTwo\n\nThree and four'));
    const replies = await Promise.all([
      app.graphql(story.ana.cookie, `mutation { it: ${answer(proposal, true)} }`),
      app.graphql(story.ben.cookie, `mutation { it: ${answer(proposal, false, 'No')} }`),
    ]);
    expect(replies.map(({ errors }) => errors?.[0]?.extensions.code).sort()).toEqual(['PROPOSAL_ENDED', undefined]);
  });

  const ofPart = (id: string, pagePath: string, body: string): string =>
    `proposeChange(artifactId: "${id}", pagePath: "${pagePath}", baseNumber: 1, body: ${text(body)}, why: "Clearer") ${fields}`;

  test('of a checklist are merged into its steps, which stay the steps that they were', async () => {
    const { story } = told;
    const { id } = await told.create('Proposed steps', 'kind: CHECKLIST');
    const write = async (...steps: string[]): Promise<unknown> =>
      story.done(
        story.ben,
        `writeChecklist(artifactId: "${id}", revision: ${await told.revision(id)}, steps: [${steps.map((step) => `{ ${step} }`).join(' ')}]) { revision }`,
      );
    const steps = async (): Promise<{ id: string; text: string; hint: string; depth: number }[]> =>
      (
        await told.of<{ draft: { checklist: { id: string; text: string; hint: string; depth: number }[] } }>(
          id,
          'draft { checklist { id text hint depth } }',
        )
      ).draft.checklist;
    await write('text: "First", hint: "Soon"', 'text: "Second"', 'text: "Third"');
    const before = await steps();
    await told.publish(id);
    const as = (third: string): string => `- [ ] First\n  Soon\n- [ ] Second\n- [ ] ${third}`;
    expect(await story.refused(story.cleo, ofPart(id, 'steps', as('Third')))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, ofPart(id, 'steps', 'No step at all'))).toBe('INVALID_INPUT');
    expect(await story.refused(story.cleo, ofPart(id, 'tree', 'flowchart TD'))).toBe('PAGE_GONE');
    const proposal = await story.done<Proposal>(
      story.cleo,
      ofPart(id, 'steps', `${as('Third, and say so')}\n  - [ ] By mail`),
    );
    const other = await story.done<Proposal>(story.cleo, ofPart(id, 'steps', as('Last')));
    expect(proposal).toMatchObject({ state: 'OPEN', conflicts: false, diff: { kind: 'CHANGED' } });
    await story.done(story.ana, answer(proposal, true));
    const [first, second, third] = before;
    expect(await steps()).toEqual([
      first,
      second,
      { ...third, text: 'Third, and say so' },
      { id: expect.any(String), text: 'By mail', hint: '', depth: 1 },
    ]);
    expect(await story.seen(story.ana, `changeProposal(id: "${other.id}") { conflicts diff { title } }`)).toEqual({
      changeProposal: { conflicts: true, diff: { title: 'Steps' } },
    });
    expect(await story.refused(story.ana, answer(other, true))).toBe('PROPOSAL_CONFLICTS');
  });

  test('of a tree have to be trees; what is merged is one, too', async () => {
    const { story } = told;
    const { id } = await told.create('Proposed tree', 'kind: DECISION_TREE');
    const tree =
      'flowchart TD\n  a{"Urgent?"}\n  a -->|Yes| b["Call"]\n  b --> d["Done"]\n  c --> e["Later"]\n  a -->|No| c["Wait"]';
    await story.done(
      story.ben,
      `writeTree(artifactId: "${id}", revision: ${await told.revision(id)}, mermaid: ${text(tree)}) { revision }`,
    );
    await told.publish(id);
    expect(await told.refusal(story.cleo, ofPart(id, 'tree', `${tree}\n  d --> a`))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'body' }] },
    });
    const reworded = await story.done<Proposal>(story.cleo, ofPart(id, 'tree', tree.replace('|Yes|', '|Maybe|')));
    const alike = await story.done<Proposal>(story.cleo, ofPart(id, 'tree', tree.replace('|No|', '|Maybe|')));
    await story.done(story.ana, answer(reworded, true));
    expect(await told.of(id, 'draft { tree { mermaid } }')).toEqual({
      draft: { tree: { mermaid: tree.replace('|Yes|', '|Maybe|') } },
    });
    expect(await story.refused(story.ana, answer(alike, true))).toBe('PROPOSAL_CONFLICTS');
  });
});
