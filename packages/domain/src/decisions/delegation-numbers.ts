import { percentile } from '../percentile.js';
import { DELEGATION_LEVELS, type DelegationLevel } from './delegation-levels.js';

/** A decision that was accepted or rejected in the window. */
export interface DecidedFact {
  level: DelegationLevel;
  /** Working time from proposed to decided, in milliseconds. */
  took: number;
}

/** A veto that was given in the window, whenever the decision was made. */
export interface VetoFact {
  level: DelegationLevel;
}

/** A consent that was asked of somebody in the window. */
export interface ConsentFact {
  /** Milliseconds. */
  dueAt: number;
  /** When it was given or refused, or was not needed any more; null: it waits. */
  endedAt: number | null;
  /** Whether it was late already when it was asked for again, after other words. */
  lateBefore: boolean;
}

export interface LevelNumbers {
  level: DelegationLevel;
  decided: number;
  /** Working hours; null where nothing was decided. */
  medianHours: number | null;
  vetoed: number;
}

export interface DelegationNumbers {
  decided: number;
  delegated: number;
  /** 0 to 1; null when nothing was decided. */
  shareDelegated: number | null;
  vetoes: number;
  consents: number;
  overdueConsents: number;
  byLevel: LevelNumbers[];
}

/** Where the delegate decides, not the accountable one: the last three. */
const DELEGATED: readonly DelegationLevel[] = ['ADVISE', 'INQUIRE', 'DELEGATE'];
const HOUR = 3_600_000;

/** How healthy delegation is: whether it happens, how long deciding takes, and how often trust is taken back. @param now milliseconds */
export function delegationNumbers(
  decided: readonly DecidedFact[],
  vetoes: readonly VetoFact[],
  consents: readonly ConsentFact[],
  now: number,
): DelegationNumbers {
  const delegated = decided.filter(({ level }) => DELEGATED.includes(level)).length;
  return {
    decided: decided.length,
    delegated,
    shareDelegated: decided.length === 0 ? null : delegated / decided.length,
    vetoes: vetoes.length,
    consents: consents.length,
    overdueConsents: consents.filter(({ dueAt, endedAt, lateBefore }) => lateBefore || (endedAt ?? now) > dueAt).length,
    byLevel: DELEGATION_LEVELS.map((level) =>
      ofLevel(
        level,
        decided.filter((one) => one.level === level),
        vetoes.filter((one) => one.level === level).length,
      ),
    ),
  };
}

function ofLevel(level: DelegationLevel, decided: readonly DecidedFact[], vetoed: number): LevelNumbers {
  const hours = decided.map(({ took }) => took / HOUR);
  return {
    level,
    decided: decided.length,
    medianHours: percentile(hours, 0.5),
    vetoed,
  };
}
