import { useEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type LogFilter, type LogView, readLog, writeLog } from './log-filter';

/** What the log shows lives in the address and nowhere else: a link, a reload and the way back all keep it. */
export function useLogView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => readLog(params), [params]);
  // A navigation takes a moment; what is changed in it must not undo what was changed before.
  const latest = useRef(view);
  useEffect(() => {
    latest.current = view;
  }, [view]);
  const change = (part: Partial<LogView>) => {
    latest.current = { ...latest.current, ...part };
    setParams(writeLog(latest.current), { replace: true, preventScrollReset: true });
  };
  const narrow = (part: Partial<LogFilter>) => change({ filter: { ...latest.current.filter, ...part } });
  return { view, change, narrow };
}
