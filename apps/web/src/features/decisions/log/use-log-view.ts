import { useAddressView } from '../../../platform/page/use-address-view';
import { type LogFilter, readLog, writeLog } from './log-filter';

/** What the log shows, as the address says it. */
export function useLogView() {
  const { view, change, latest } = useAddressView(readLog, writeLog);
  const narrow = (part: Partial<LogFilter>) => change({ filter: { ...latest().filter, ...part } });
  return { view, change, narrow };
}
