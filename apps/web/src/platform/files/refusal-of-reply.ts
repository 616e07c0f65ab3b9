import { CombinedGraphQLErrors } from '@apollo/client';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a route outside of GraphQL answered; null for a proxy's page instead of our answer. */
export function replyOf(text: string): Record<string, unknown> | null {
  try {
    const reply: unknown = JSON.parse(text);
    return isRecord(reply) ? reply : null;
  } catch {
    return null;
  }
}

/** Such a route refuses like a mutation does, so that the same words fit: `shownRefusal` understands it. */
export function refusalOfReply(reply: Record<string, unknown> | null): CombinedGraphQLErrors {
  const { message, code, details, ...rest } = reply ?? {};
  const extensions = { code, details: isRecord(details) ? details : rest };
  return new CombinedGraphQLErrors({ errors: [{ message: typeof message === 'string' ? message : '', extensions }] });
}
