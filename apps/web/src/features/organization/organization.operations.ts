import { graphql } from '../../generated/gql';

export const ANSWER = graphql(`
  fragment Answer on Accountability {
    role
    because
    primaryAbsentUntil
    scope {
      kind
      id
      name
    }
    holder {
      id
      name
    }
    primary {
      id
      name
    }
  }
`);

export const WARNING = graphql(`
  fragment Warning on OrganizationWarning {
    code
    role
    scope {
      kind
      id
      name
    }
    people {
      id
      name
    }
    teams {
      id
      name
    }
  }
`);

/** Everything of the overview on one day; archived places come along, so that a past day shows what stood then. */
export const ORGANIZATION_OVERVIEW = graphql(`
  query OrganizationOverview($on: Date!) {
    organization {
      id
      name
      version
      viewerCan
      accountabilities(on: $on) {
        ...Answer
      }
      assignments(on: $on) {
        ...HeldAssignment
      }
      warnings(on: $on) {
        ...Warning
      }
      products {
        id
        name
        version
        viewerCan
        accountabilities(on: $on) {
          ...Answer
        }
        assignments(on: $on) {
          ...HeldAssignment
        }
        areas(includeArchived: true) {
          id
          name
          purpose
          archivedOn
          version
          viewerCan
          accountabilities(on: $on) {
            ...Answer
          }
          teams(includeArchived: true) {
            id
            name
            purpose
            archivedOn
            version
            viewerCan
            accountabilities(on: $on) {
              ...Answer
            }
            assignments(on: $on) {
              id
              role
            }
          }
        }
      }
    }
  }
`);

/** Every place that stands, with what contains it: for choosing where a team or a role goes. */
export const PLACES = graphql(`
  query Places {
    organization {
      id
      name
      viewerCan
      products {
        id
        name
        viewerCan
        areas {
          id
          name
          viewerCan
          teams {
            id
            name
            viewerCan
          }
        }
      }
    }
  }
`);

export const ORGANIZATION_SETTINGS = graphql(`
  query OrganizationSettings {
    organization {
      id
      name
      version
    }
  }
`);

export const EDIT_ORGANIZATION = graphql(`
  mutation EditOrganization($version: Int!, $name: String, $idempotencyKey: String) {
    editOrganization(version: $version, name: $name, idempotencyKey: $idempotencyKey) {
      id
      name
      version
    }
  }
`);

export const ORGANIZATION_CHANGES = graphql(`
  subscription OrganizationChanges($after: String) {
    organizationChanges(after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);
