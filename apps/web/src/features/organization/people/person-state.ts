import type { PersonRowFragment } from '../../../generated/graphql';

type Facts = Pick<PersonRowFragment, 'hasAccount' | 'deactivatedAt' | 'openInvitation'>;

/** How somebody can get in, in a word or two; null for the usual case, an account. */
export function accountWords({ hasAccount, deactivatedAt, openInvitation }: Facts): string | null {
  if (deactivatedAt) return 'deactivated';
  if (hasAccount) return null;
  return openInvitation ? 'invited' : 'no account';
}
