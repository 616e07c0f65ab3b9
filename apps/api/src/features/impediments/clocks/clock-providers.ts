import { EditLadder } from '../ladder/edit-ladder.js';
import { LadderResolver } from '../ladder/ladder.resolver.js';
import { ClocksRepository } from './clocks.repository.js';
import { ClocksResolver } from './clocks.resolver.js';
import { ImpedimentClocks } from './impediment-clocks.js';
import { MendClocks } from './mend-clocks.js';
import { MoveClocks } from './move-clocks.js';
import { PauseClock } from './pause-clock.js';
import { WakeClocks } from './wake-clocks.js';

/** All that the ladder and the clocks of its levels are made of. */
export const CLOCKS = [
  ClocksRepository,
  ClocksResolver,
  EditLadder,
  ImpedimentClocks,
  LadderResolver,
  MendClocks,
  MoveClocks,
  PauseClock,
  WakeClocks,
];
