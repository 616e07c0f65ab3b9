import { describe, expect, it } from '@jest/globals';
import { Refusal, refusePlatform } from './refusal.js';
import { refuseOrganization } from './organization/organization-refusals.js';

describe('a refusal', () => {
  it('is an error that carries its code and details', () => {
    const refusal = refusePlatform('RATE_LIMITED', { retryAfterSeconds: 30 });
    expect(refusal).toBeInstanceOf(Error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ name: 'Refusal', code: 'RATE_LIMITED', details: { retryAfterSeconds: 30 } });
  });

  it('does not share its details with who refused', () => {
    const details = { name: 'Payments' };
    const refusal = refuseOrganization('NAME_TAKEN', details);
    details.name = 'changed later';
    expect(refusal.details).toEqual({ name: 'Payments' });
  });
});
