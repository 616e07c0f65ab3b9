import { ClocksRepository } from './clocks.repository.js';
import { ClocksResolver } from './clocks.resolver.js';
import { ImpedimentClocks } from './impediment-clocks.js';
import { MendClocks } from './mend-clocks.js';
import { MoveClocks } from './move-clocks.js';
import { PauseClock } from './pause-clock.js';
import { WakeClocks } from './wake-clocks.js';

/** All that the clocks of levels are made of. */
export const CLOCKS = [
  ClocksRepository,
  ClocksResolver,
  ImpedimentClocks,
  MendClocks,
  MoveClocks,
  PauseClock,
  WakeClocks,
];
