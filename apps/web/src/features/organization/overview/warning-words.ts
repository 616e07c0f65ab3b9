import type { OrganizationWarningCode } from '@chapterhouse/domain/organization/organization-warnings';

/** What a group of warnings is about; the places and people follow. */
export const WARNING_TITLES: Record<OrganizationWarningCode, string> = {
  VACANCY: 'Nobody answers',
  TEAM_WITHOUT_SCRUM_MASTER: 'No Scrum Master',
  SCRUM_MASTER_OF_MANY_TEAMS: 'Scrum Master of many teams',
  SCRUM_MASTER_ALSO_DEVELOPER: 'Scrum Master who mostly develops',
  PRODUCT_OWNER_OF_MANY_TEAMS: 'Product Owner of many teams',
};

/** The gravest first. */
export const WARNING_ORDER: readonly OrganizationWarningCode[] = [
  'VACANCY',
  'TEAM_WITHOUT_SCRUM_MASTER',
  'SCRUM_MASTER_OF_MANY_TEAMS',
  'PRODUCT_OWNER_OF_MANY_TEAMS',
  'SCRUM_MASTER_ALSO_DEVELOPER',
];
