/** A rule said no. Expected, typed and safe to show; anything else that is thrown is a fault and gets masked. */
export class Refusal<C extends string = string> extends Error {
  readonly code: C;
  readonly details: Record<string, unknown>;

  constructor(code: C, details: Record<string, unknown> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** One input field and what to do about it, as a sentence for people. */
export interface FieldProblem {
  field: string;
  problem: string;
}

/** Codes that any operation may be refused with. Each feature adds its own in `*-refusals.ts`. */
export interface PlatformRefusals {
  UNAUTHENTICATED: Record<never, never>;
  FORBIDDEN: { action: string; reason: string };
  /** Absent, or of another organization: the two look the same on purpose. */
  NOT_FOUND: Record<never, never>;
  INVALID_INPUT: { fields: FieldProblem[] };
  /** Somebody saved first; `current` is the thing as it is now. */
  CONFLICT: { currentVersion: number; current: unknown };
  RATE_LIMITED: { retryAfterSeconds: number };
  /** The key was used before, for another input. */
  IDEMPOTENCY_KEY_REUSED: Record<never, never>;
  /** Somebody else, as a large import, holds what this would change; nothing was done. */
  BUSY: Record<never, never>;
  INTERNAL: { errorId: string };
}

/** Builds a refusal whose details fit its code: `refuse<SomeRefusals, 'CODE'>('CODE', { ... })`. */
export function refuse<R extends { [K in keyof R]: object }, C extends keyof R & string>(
  code: C,
  details: R[C],
): Refusal<C> {
  return new Refusal(code, Object.fromEntries(Object.entries(details)));
}

/** `refuse` for one family of codes, so that a caller need not name types: `refuseX('CODE', { ... })`. */
export function refuserOf<R extends { [K in keyof R]: object }>(): <C extends keyof R & string>(
  code: C,
  details: R[C],
) => Refusal<C> {
  return (code, details) => refuse<R, typeof code>(code, details);
}

export const refusePlatform = refuserOf<PlatformRefusals>();
