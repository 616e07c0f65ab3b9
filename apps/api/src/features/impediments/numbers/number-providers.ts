import { CountedRead } from './counted.read.js';
import { NumbersOverTimeRead } from './numbers-over-time.read.js';
import { NumbersRead } from './numbers.read.js';
import { NumbersResolver } from './numbers.resolver.js';
import { NumbersService } from './numbers.service.js';

/** All that the numbers of impediments are made of. */
export const NUMBERS = [CountedRead, NumbersOverTimeRead, NumbersRead, NumbersResolver, NumbersService];
