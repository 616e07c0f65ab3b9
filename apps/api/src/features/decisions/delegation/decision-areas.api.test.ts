import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf } from '../../../../test/delegation-answers.js';
import { DelegationStory } from '../../../../test/delegation-story.js';
import { TestApp } from '../../../../test/test-app.js';

let app: TestApp;
let story: DelegationStory;
let round = 0;
beforeAll(async () => {
  app = await TestApp.start();
});
beforeEach(async () => {
  round += 1;
  story = await DelegationStory.tell(app, `Harbour ${round}`);
});
afterAll(() => app?.stop());

describe('a decision area', () => {
  const create = (name: string, by = story.owner) =>
    app.graphql<{ createDecisionArea: { id: string; name: string; version: number } }>(
      by.cookie,
      `mutation ($name: String!) { createDecisionArea(name: $name, description: "What we use.") { id name description archived version } }`,
      { name },
    );
  const edit = (id: string | undefined, version: number, given: string, by = story.owner) =>
    app.graphql<{ editDecisionArea: { name: string; archived: boolean; version: number } }>(
      by.cookie,
      `mutation { editDecisionArea(id: "${id}", version: ${version}, ${given}) { name archived version } }`,
    );

  it('has a name of its own, among those in use', async () => {
    const made = await create('  Tools  and libraries ');
    expect(made.data?.createDecisionArea).toMatchObject({ name: 'Tools and libraries', version: 1 });
    const id = made.data?.createDecisionArea.id;
    const taken = await create('TOOLS AND LIBRARIES');
    expect(taken.errors?.[0]?.extensions).toMatchObject({
      code: 'DECISION_AREA_NAME_TAKEN',
      details: { name: 'TOOLS AND LIBRARIES' },
    });
    const archived = await edit(id, 1, 'archived: true');
    expect(archived.data?.editDecisionArea).toEqual({ name: 'Tools and libraries', archived: true, version: 2 });
    expect((await create('Tools and libraries')).errors).toBeUndefined();
    expect(codeOf(await edit(id, 2, 'archived: false'))).toBe('DECISION_AREA_NAME_TAKEN');
    expect((await edit(id, 2, 'name: "Old tools", archived: false')).data?.editDecisionArea.version).toBe(3);
    const changes = (await story.events('decision-area.edited')).map(({ payload }) => payload['changes']);
    expect(changes).toEqual([
      [{ field: 'archived', from: 'In use', to: 'Archived' }],
      [
        { field: 'name', from: 'Tools and libraries', to: 'Old tools' },
        { field: 'archived', from: 'Archived', to: 'In use' },
      ],
    ]);
  });

  it('changes only as it was seen, by whoever keeps boards, and of this house', async () => {
    const id = (await create('Tools')).data?.createDecisionArea.id;
    expect(codeOf(await edit(id, 7, 'name: "New"'))).toBe('CONFLICT');
    expect((await edit(id, 1, 'name: "Tools"')).data?.editDecisionArea.version).toBe(1);
    for (const by of [story.dev, story.master, story.lead]) {
      expect(codeOf(await create('More', by))).toBe('FORBIDDEN');
      expect(codeOf(await edit(id, 1, 'name: "New"', by))).toBe('FORBIDDEN');
    }
    for (const name of ['', '---', 'a'.repeat(101)]) expect(codeOf(await create(name))).toBe('INVALID_INPUT');
    const abroad = await DelegationStory.tell(app, 'Abroad');
    expect(codeOf(await edit(id, 1, 'name: "New"', abroad.owner))).toBe('NOT_FOUND');
  });

  it('is found by its id, and shows on decisions when it is archived too', async () => {
    const area = await story.delegated('DELEGATE');
    const it = await story.propose(story.dev, area);
    await edit(area, 1, 'archived: true');
    expect((await story.decision(it.key)).decisionArea).toEqual({ name: 'What is DELEGATE' });
    const reply = await app.graphql(
      story.dev.cookie,
      `{ node(id: "${area}") { ... on DecisionArea { name archived } } decisionAreas { name } }`,
    );
    expect(reply.data).toEqual({ node: { name: 'What is DELEGATE', archived: true }, decisionAreas: [] });
    await expect(story.propose(story.dev, area)).rejects.toThrow('archived');
  });
});
