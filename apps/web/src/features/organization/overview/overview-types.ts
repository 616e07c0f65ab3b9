import type { OrganizationOverviewQuery } from '../../../generated/graphql';

export type OverviewOrganization = OrganizationOverviewQuery['organization'];
export type OverviewProduct = OverviewOrganization['products'][number];
export type OverviewArea = OverviewProduct['areas'][number];
export type OverviewTeam = OverviewArea['teams'][number];
