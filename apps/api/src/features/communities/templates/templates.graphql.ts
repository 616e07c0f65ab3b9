import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType()
export class TemplateField {
  @Field(() => String) name: string;
  @Field(() => String) text: string;
}

@ObjectType({ description: 'What a template offers for a form: markdown by field.' })
export class TemplateFields {
  @Field(() => String) title: string;
  @Field(() => [TemplateField]) fields: TemplateField[];
  /** Not in the schema: what its version is loaded by. */
  versionId: string;
}
