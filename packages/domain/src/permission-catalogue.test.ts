import { describe, expect, it } from '@jest/globals';
import { IMPEDIMENT_EVENT_WORDS } from './impediments/impediment-events.js';
import { IMPEDIMENT_ACTIONS } from './impediments/impediment-policy.js';
import { ORGANIZATION_EVENT_WORDS } from './organization/organization-events.js';
import { ORGANIZATION_ACTIONS } from './organization/organization-policy.js';
import { ROLES } from './organization/role.js';
import { permissionCatalogue } from './permission-catalogue.js';

describe('the permission catalogue', () => {
  const rows = permissionCatalogue();

  it('has every role with every action', () => {
    const pairs = new Set(rows.map(({ role, action }) => `${role} ${action}`));
    const actions = [...ORGANIZATION_ACTIONS, ...IMPEDIMENT_ACTIONS];
    expect(pairs).toEqual(new Set(ROLES.flatMap((role) => actions.map((action) => `${role} ${action}`))));
  });

  it('has no row twice', () => {
    const keys = rows.map(({ role, scope, action, about }) => `${role} ${scope} ${action} ${about}`);
    expect(new Set(keys).size).toBe(rows.length);
  });
});

it('event names fit the event log', () => {
  for (const name of [...Object.keys(ORGANIZATION_EVENT_WORDS), ...Object.keys(IMPEDIMENT_EVENT_WORDS)]) {
    expect(name).toMatch(/^[a-z-]+[.][a-z-]+$/);
  }
});
