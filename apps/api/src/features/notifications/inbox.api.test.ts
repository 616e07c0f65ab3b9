import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImpedimentStory } from '../../../test/impediment-story.js';
import { TestApp } from '../../../test/test-app.js';

let app: TestApp;
let story: ImpedimentStory;
beforeAll(async () => {
  app = await TestApp.start();
  story = await ImpedimentStory.tell(app, 'Harbour');
});
afterAll(() => app.stop());

const INBOX = `{ inbox { totalCount unreadCount edges { cursor node { id reason event count excerpt readAt actor { name } impediment { key } } } } }`;

describe('smoke', () => {
  it('works', async () => {
    expect((await app.graphql(story.dev.cookie, INBOX)).text).toContain('data');
    expect(
      (
        await app.graphql(
          story.master.cookie,
          '{ myImpediments { owned { key } toConfirm { key } toTriage { key } } sentInvitations { person { name } } }',
        )
      ).text,
    ).toContain('data');
  });
});
