import { AHEAD } from '../dependency-story.js';
import { EVERYONE, STALE, type Expectation } from './expectation.js';
import type { StageIds } from './matrix-stage.js';

/** Of the item that needs something: those who lead its area, and those who work in its team. */
const CONSUMERS = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'productOwner',
  'scrumMaster',
  'developer',
] as const;
/** Of the item of the other team that provides it. */
const PROVIDERS = [
  'administrator',
  'chiefProductOwner',
  'otherAreaProductOwner',
  'otherScrumMaster',
  'otherDeveloper',
] as const;
const ORDERING = [
  'administrator',
  'chiefProductOwner',
  'areaProductOwner',
  'otherAreaProductOwner',
  'productOwner',
] as const;
/** The scenario of the stage is the administrator's, and shared. */
const OWNER = ['administrator'] as const;

const dependency = (ids: StageIds): Record<string, unknown> => ({ id: ids.dependency, version: STALE });
const scenario = (ids: StageIds): Record<string, unknown> => ({ id: ids.scenario, version: STALE });
const DAY = `${AHEAD}-04-01`;

/** Who may ask for what, answer it, and try another order. */
export const NEGOTIATION_EXPECTATIONS: Record<string, Expectation> = {
  'Query.dependency': { who: EVERYONE, variables: (ids) => ({ key: ids.dependencyKey }) },
  'Query.dependencies': {
    who: EVERYONE,
    variables: (ids) => ({
      filter: { productId: ids.product, areaIds: [ids.area], teamIds: [ids.team], itemId: ids.item },
    }),
  },
  'Query.dependencyMap': {
    who: EVERYONE,
    variables: (ids) => ({ productId: ids.product, from: `${AHEAD}-01-01`, endsBefore: `${AHEAD}-12-01` }),
  },
  'Mutation.requestDependency': {
    who: CONSUMERS,
    variables: (ids) => ({
      consumerId: ids.item,
      providerTeamId: ids.otherTeam,
      neededBy: DAY,
      words: 'Something',
    }),
  },
  'Mutation.editDependency': { who: CONSUMERS, variables: (ids) => ({ ...dependency(ids), words: 'Else' }) },
  'Mutation.acceptCounter': { who: CONSUMERS, variables: dependency },
  'Mutation.askDependencyAgain': {
    who: CONSUMERS,
    variables: (ids) => ({ ...dependency(ids), neededBy: DAY, words: 'Again' }),
  },
  'Mutation.withdrawDependency': { who: CONSUMERS, variables: dependency },
  'Mutation.raiseImpedimentOfDependency': { who: CONSUMERS, variables: dependency },
  'Mutation.commitDependency': {
    who: PROVIDERS,
    variables: (ids) => ({ ...dependency(ids), promisedFor: DAY, providerId: ids.task }),
  },
  'Mutation.counterDependency': {
    who: PROVIDERS,
    variables: (ids) => ({ ...dependency(ids), proposedFor: DAY, words: 'Later' }),
  },
  'Mutation.declineDependency': { who: PROVIDERS, variables: (ids) => ({ ...dependency(ids), reason: 'No' }) },
  'Mutation.deliverDependency': { who: PROVIDERS, variables: dependency },

  'Query.scenario': { who: EVERYONE, variables: (ids) => ({ id: ids.scenario }) },
  'Query.scenarios': { who: EVERYONE, variables: (ids) => ({ productId: ids.product }) },
  'Query.scenarioOrder': { who: EVERYONE, variables: (ids) => ({ id: ids.scenario, filter: { text: 'item' } }) },
  'Query.scenarioComparison': { who: EVERYONE, variables: (ids) => ({ id: ids.scenario }) },
  'Mutation.createScenario': { who: ORDERING, variables: (ids) => ({ productId: ids.product, name: 'Scenario' }) },
  'Mutation.renameScenario': { who: OWNER, variables: (ids) => ({ ...scenario(ids), name: 'New' }) },
  'Mutation.moveInScenario': {
    who: OWNER,
    variables: (ids) => ({ ...scenario(ids), ids: [ids.item], to: { before: ids.epic } }),
  },
  'Mutation.undoScenarioMove': { who: OWNER, variables: scenario },
  'Mutation.shareScenario': { who: OWNER, variables: (ids) => ({ ...scenario(ids), shared: false }) },
  'Mutation.commentOnScenario': { who: EVERYONE, variables: (ids) => ({ id: ids.scenario, text: 'Good' }) },
  'Mutation.catchUpScenario': { who: [...OWNER, 'chiefProductOwner'], variables: scenario },
  'Mutation.discardScenario': { who: OWNER, variables: scenario },
  'Mutation.publishScenario': {
    who: ['chiefProductOwner'],
    variables: (ids) => ({
      ...scenario(ids),
      decision: { title: 'Decided', outcome: 'So', rationale: 'Why', gains: [], givesUp: [] },
    }),
  },
};
