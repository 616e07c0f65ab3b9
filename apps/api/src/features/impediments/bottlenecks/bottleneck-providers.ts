import { BottleneckFactsRead } from './bottleneck-facts.read.js';
import { BottlenecksResolver } from './bottlenecks.resolver.js';
import { BottlenecksService } from './bottlenecks.service.js';

/** All of the map of bottlenecks, for the module. */
export const BOTTLENECKS = [BottleneckFactsRead, BottlenecksResolver, BottlenecksService];
