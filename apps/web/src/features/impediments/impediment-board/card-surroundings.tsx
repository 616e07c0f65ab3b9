import { createContext, type ReactNode, use, useMemo } from 'react';
import { useViewer } from '../../../platform/session/session-provider';
import { todayIn } from '../impediment-times';
import { useImpedimentLevels } from '../use-impediment-levels';
import { useNow } from '../use-now';

export type CardSurroundings = {
  /** Milliseconds. */
  now: number;
  /** YYYY-MM-DD in the organization's time zone. */
  today: string;
  levelName: (level: number) => string;
};

const SurroundingsContext = createContext<CardSurroundings | null>(null);

/** What every card needs and none should ask for by itself: a thousand of them share one clock and one question. */
export function CardSurroundingsProvider({ children }: { children: ReactNode }) {
  const { timeZone } = useViewer().organization;
  const { nameOf } = useImpedimentLevels();
  const now = useNow();
  const today = todayIn(timeZone, now);
  const surroundings = useMemo(() => ({ now, today, levelName: nameOf }), [now, today, nameOf]);
  return <SurroundingsContext value={surroundings}>{children}</SurroundingsContext>;
}

export function useCardSurroundings(): CardSurroundings {
  const surroundings = use(SurroundingsContext);
  if (surroundings === null) throw new Error('useCardSurroundings needs a CardSurroundingsProvider above it.');
  return surroundings;
}
