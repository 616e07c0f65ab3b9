export const ROLES = [
  'CHIEF_PRODUCT_OWNER',
  'AREA_PRODUCT_OWNER',
  'PRODUCT_OWNER',
  'SCRUM_MASTER',
  'SCRUM_OF_SCRUMS_MASTER',
  'TECHNICAL_LEAD',
  'DEVELOPER',
  'STAKEHOLDER',
  'AGILE_COACH',
  'EXECUTIVE_ACTION_TEAM',
  'ADMINISTRATOR',
] as const;
export type Role = (typeof ROLES)[number];

/** ACTING: holds the role for a time (a rotation). ASSOCIATE: a second Scrum Master of a large team. */
export const ROLE_KINDS = ['PRIMARY', 'BACKUP', 'ACTING', 'ASSOCIATE'] as const;
export type RoleKind = (typeof ROLE_KINDS)[number];

export const SCOPE_KINDS = ['ORGANIZATION', 'PRODUCT', 'AREA', 'TEAM'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];

export const SCOPES_OF_ROLE: Record<Role, readonly ScopeKind[]> = {
  CHIEF_PRODUCT_OWNER: ['PRODUCT'],
  AREA_PRODUCT_OWNER: ['AREA'],
  PRODUCT_OWNER: ['TEAM'],
  SCRUM_MASTER: ['TEAM'],
  SCRUM_OF_SCRUMS_MASTER: ['AREA', 'ORGANIZATION'],
  TECHNICAL_LEAD: ['AREA', 'PRODUCT'],
  DEVELOPER: ['TEAM'],
  STAKEHOLDER: ['PRODUCT'],
  AGILE_COACH: ['ORGANIZATION'],
  EXECUTIVE_ACTION_TEAM: ['ORGANIZATION'],
  ADMINISTRATOR: ['ORGANIZATION'],
};

/** Accountabilities with one primary holder per scope at any moment; the database refuses a second. */
export const EXCLUSIVE_ROLES: readonly Role[] = [
  'CHIEF_PRODUCT_OWNER',
  'AREA_PRODUCT_OWNER',
  'PRODUCT_OWNER',
  'SCRUM_MASTER',
  'SCRUM_OF_SCRUMS_MASTER',
  'TECHNICAL_LEAD',
];

export const ROLE_TITLES: Record<Role, string> = {
  CHIEF_PRODUCT_OWNER: 'Chief Product Owner',
  AREA_PRODUCT_OWNER: 'Area Product Owner',
  PRODUCT_OWNER: 'Product Owner',
  SCRUM_MASTER: 'Scrum Master',
  SCRUM_OF_SCRUMS_MASTER: 'Scrum of Scrums Master',
  TECHNICAL_LEAD: 'Technical Lead',
  DEVELOPER: 'Developer',
  STAKEHOLDER: 'Stakeholder',
  AGILE_COACH: 'Agile Coach',
  EXECUTIVE_ACTION_TEAM: 'Executive Action Team',
  ADMINISTRATOR: 'Administrator',
};

export const ROLE_KIND_TITLES: Record<RoleKind, string> = {
  PRIMARY: 'Primary',
  BACKUP: 'Backup',
  ACTING: 'Acting',
  ASSOCIATE: 'Associate',
};
