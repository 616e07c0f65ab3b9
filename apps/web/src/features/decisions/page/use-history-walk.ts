import { useLocation, useNavigate } from 'react-router';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';

type Past = { key: string };

export type HistoryWalk = {
  /** Its place in the line, from 0; -1 while the line is not known. */
  at: number;
  older: (() => void) | null;
  newer: (() => void) | null;
};

/** From one decision to the one before it and the one that came after, by buttons and by `[` and `]`. */
export function useHistoryWalk(history: readonly Past[], key: string): HistoryWalk {
  const navigate = useNavigate();
  const { state } = useLocation();
  const at = history.findIndex((one) => one.key === key);
  const to = (place: number): (() => void) | null => {
    const one = at === -1 ? undefined : history[place];
    // Where somebody came from stays: "back" leads there, however far they walked.
    return one === undefined ? null : () => void navigate(`/decisions/${one.key}`, { state });
  };
  const [older, newer] = [to(at - 1), to(at + 1)];
  useShortcut({ key: '[', label: 'The decision before it', when: older !== null, run: () => older?.() });
  useShortcut({ key: ']', label: 'The decision that came after', when: newer !== null, run: () => newer?.() });
  return { at, older, newer };
}
