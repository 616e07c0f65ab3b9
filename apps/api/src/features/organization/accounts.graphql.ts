import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ActionScalar } from '../../platform/graphql/scalars.js';
import { Organization } from './organization.graphql.js';
import { Person } from './person.graphql.js';
import { Team } from './team.graphql.js';

@ObjectType({ description: 'What the installation offers to somebody who is not signed in.' })
export class Instance {
  @Field(() => Boolean, { description: 'No organization but the demo exists: the first administrator may be created.' })
  firstRun: boolean;
  @Field(() => Boolean, { description: 'The trial on this machine: one click explores the demo.' })
  demoAvailable: boolean;
  @Field(() => Boolean) demoExists: boolean;
  @Field(() => String) version: string;
}

@ObjectType({ description: 'The signed-in person.' })
export class Viewer {
  @Field(() => ID) id: string;
  @Field(() => Person) person: Person;
  @Field(() => Organization) organization: Organization;
  @Field(() => [Team], { description: 'Teams in which the person has a role today.' }) teams: Team[];
  @Field(() => [ActionScalar], { description: 'What the person may do somewhere in the organization.' }) can: string[];
}

@ObjectType()
export class SignedIn {
  @Field(() => Viewer) viewer: Viewer;
}

@ObjectType()
export class Done {
  @Field(() => Boolean) done: boolean;
}
export const DONE: Done = { done: true };

@InputType()
export class SetUpOrganizationInput {
  @Field(() => String) name: string;
  @Field(() => String) slug: string;
  @Field(() => String) timeZone: string;
  @Field(() => String) administratorName: string;
  @Field(() => String) administratorEmail: string;
  @Field(() => String) password: string;
}

@InputType()
export class SignInInput {
  @Field(() => String) email: string;
  @Field(() => String) password: string;
  @Field(() => String, {
    nullable: true,
    description: 'Its slug; needed only when the same e-mail and password fit several.',
  })
  organization?: string | null;
}
