import { AsksRepository } from './asks.repository.js';
import { BoardsRepository } from './boards.repository.js';
import { DecisionFlows } from './decision-flows.js';
import { DelegationPeopleRead } from './delegation-people.read.js';
import { FlowsRead } from './flows.read.js';

/** All that delegation is made of. */
export const DELEGATION = [AsksRepository, BoardsRepository, DecisionFlows, DelegationPeopleRead, FlowsRead];
