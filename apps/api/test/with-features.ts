import { afterAll, beforeAll } from '@jest/globals';
import { FEATURES } from '../src/app.module.js';

/** Apps that the calling test file starts have these features, too. */
export function withFeatures(...features: typeof FEATURES): void {
  beforeAll(() => {
    FEATURES.push(...features);
  });
  afterAll(() => {
    FEATURES.splice(-features.length);
  });
}
