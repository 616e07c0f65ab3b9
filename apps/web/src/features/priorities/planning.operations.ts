import { graphql } from '../../generated/gql';

/** What can be planned, with the places that hold its items. */
export const PLANNING_PRODUCTS = graphql(`
  query PlanningProducts {
    organization {
      id
      products {
        id
        name
        viewerCan
        areas {
          id
          name
          teams {
            id
            name
          }
        }
      }
    }
  }
`);

/** Where the viewer holds a role today. */
export const VIEWER_PLACES = graphql(`
  query ViewerPlaces {
    viewer {
      id
      person {
        id
        assignments {
          id
          scope {
            id
          }
        }
      }
    }
  }
`);

export const PLANNING_GOALS = graphql(`
  query PlanningGoals($productId: ID!, $areaId: ID) {
    planningGoals(productId: $productId, areaId: $areaId) {
      productGoal {
        id
        title
        measures {
          name
          unit
          baseline
          target
          current
        }
        openItems
        doneItems
      }
      sprintGoals {
        team {
          id
          name
        }
        sprint {
          id
          name
          goal
          endsBefore
        }
      }
      withoutGoal
      viewerCan
    }
  }
`);

export const BACKLOG_CHANGED = graphql(`
  subscription BacklogChanged($productId: ID!, $after: String) {
    backlogChanged(productId: $productId, after: $after) {
      cursor
      resync
      event
      id
      version
    }
  }
`);
