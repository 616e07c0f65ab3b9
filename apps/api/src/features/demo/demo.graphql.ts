import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Role } from '@chapterhouse/domain/organization/role';
import { RoleEnum } from '../organization/public.js';

@ObjectType({ description: 'Somebody of the demo whom one click signs in as.' })
export class Persona {
  @Field(() => ID) personId: string;
  @Field(() => String) name: string;
  @Field(() => RoleEnum) role: Role;
  @Field(() => String) scopeName: string;
}
