/** A policy's answer; the reason is a sentence for people that says who could. */
export type Verdict = { allowed: true } | { allowed: false; reason: string };

export const ALLOWED: Verdict = { allowed: true };

export function denied(reason: string): Verdict {
  return { allowed: false, reason };
}

/** Allowed when any condition holds, otherwise denied with the reason. */
export function allowedIf(condition: boolean, reason: string): Verdict {
  return condition ? ALLOWED : denied(reason);
}
