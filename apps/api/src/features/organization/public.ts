// All that other features may import.
export { Accountability, OrganizationWarning } from './accountability.graphql.js';
export { Done, DONE, Instance, SignedIn, Viewer } from './accounts.graphql.js';
export { Area } from './area.graphql.js';
export { FirstRunService } from './first-run.service.js';
export { NewOrganization } from './new-organization.js';
export { Organization } from './organization.graphql.js';
export { OrganizationModule } from './organization.module.js';
export { OrganizationStructure } from './organization-structure.js';
export { Person, PersonConnection } from './person.graphql.js';
export { Product } from './product.graphql.js';
export { OrganizationReferences } from './references.read.js';
export { RoleEnum, RoleKindEnum, ScopeKindEnum } from './role.graphql.js';
export { RoleAssignment } from './role-assignment.graphql.js';
export { RoleScope } from './role-scope.graphql.js';
export { Team } from './team.graphql.js';
export { ViewerRead } from './viewer.read.js';
