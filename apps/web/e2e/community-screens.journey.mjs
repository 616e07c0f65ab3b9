import { graphql } from './board.mjs';
import { themesOf, walkThrough } from './every-screen.mjs';

export const name =
  'Every screen of communities at both widths, light and dark: nothing serious for axe, nothing sticks out';

export const limit = 1_260_000;

const THINGS =
  '{ communities(first: 20) { edges { node { id topicsOfDiscussion(first: 1) { edges { node { id } } } ideas(first: 1) { edges { node { id } } } } } } checklistRuns(first: 1) { edges { node { id } } } templateKey: artifact(key: "A-4") { proposals(first: 1) { edges { node { id } } } } }';

export const withDemo = true;

export async function run({ person, expect, checkAccessibility }) {
  const visitor = await person({ width: 1440, height: 800 });
  await visitor.exploreDemo('Administrator');
  const { page } = visitor;
  const { data } = await graphql(page, THINGS);
  const communities = data.communities.edges.map(({ node }) => node);
  const at = (path, id) => `/${path}/${encodeURIComponent(id)}`;
  const talking = communities.find(({ topicsOfDiscussion }) => topicsOfDiscussion.edges.length > 0);
  const thinking = communities.find(({ ideas }) => ideas.edges.length > 0);
  const screens = [
    '/communities',
    '/communities?text=nothing+is+called+this',
    at('communities', talking.id),
    `${at('communities', talking.id)}/discussions`,
    `${at('communities', thinking.id)}/ideas`,
    at('discussions', talking.topicsOfDiscussion.edges[0].node.id),
    at('ideas', thinking.ideas.edges[0].node.id),
    '/communities/nowhere',
    '/artifacts',
    '/artifacts/A-1/pages',
    '/artifacts/A-1/draft',
    '/artifacts/A-1/review',
    '/artifacts/A-1/versions',
    '/artifacts/A-1/compare?from=1&to=2',
    '/artifacts/A-1/proposals',
    '/artifacts/A-1/adoption',
    '/artifacts/A-2/pages',
    '/artifacts/A-3/pages',
    '/artifacts/A-4/pages',
    `/artifacts/A-4/proposals/${encodeURIComponent(data.templateKey.proposals.edges[0].node.id)}`,
    '/artifacts/A-4/propose/index',
    '/artifacts/A-999999',
  ];
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await walkThrough(screens, { page, expect, inBothThemes: themesOf(page, checkAccessibility, width), width });
  }
  expect.equal(visitor.faults, []);
}
