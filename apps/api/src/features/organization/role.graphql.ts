import { registerEnumType } from '@nestjs/graphql';
import { ROLE_KINDS, ROLES, SCOPE_KINDS } from '@chapterhouse/domain/organization/role';
import { ORGANIZATION_WARNING_CODES } from '@chapterhouse/domain/organization/organization-warnings';

/** The domain's words as GraphQL enums: the lists stay in the domain, so that neither side forgets one. */
export const RoleEnum = enumOf(ROLES);
registerEnumType(RoleEnum, { name: 'Role' });

export const RoleKindEnum = enumOf(ROLE_KINDS);
registerEnumType(RoleKindEnum, { name: 'RoleKind' });

export const ScopeKindEnum = enumOf(SCOPE_KINDS);
registerEnumType(ScopeKindEnum, { name: 'ScopeKind' });

export const OrganizationWarningCodeEnum = enumOf(ORGANIZATION_WARNING_CODES);
registerEnumType(OrganizationWarningCodeEnum, { name: 'OrganizationWarningCode' });

export const AnswersBecauseEnum = enumOf(['PRIMARY', 'ACTING', 'BACKUP', 'VACANT']);
registerEnumType(AnswersBecauseEnum, {
  name: 'AnswersBecause',
  description: 'Why this person answers: holds it, acts for a time, stands in for an absence, or nobody does.',
});

function enumOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => [word, word]));
}
