/** Where somebody came from, as the address's state carries it; `null` when it says nothing of use. */
export function returnAddress(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from.startsWith('/') ? state.from : null;
}
