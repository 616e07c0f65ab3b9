import { Button } from '@chapterhouse/ui/button';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { TextField } from '@chapterhouse/ui/text-field';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { addMonths, isDay } from '../../../platform/dates/day-words';
import './day-control.css';

export type DayControlProps = { on: string; today: string; onChange: (day: string) => void };

/** Which day the screen shows; a month back and forth, and home to today. */
export function DayControl({ on, today, onChange }: DayControlProps) {
  const back = () => onChange(addMonths(on, -1));
  const forth = () => onChange(addMonths(on, 1));
  const home = () => onChange(today);
  useShortcut({ key: '[', label: 'A month earlier', run: back });
  useShortcut({ key: ']', label: 'A month later', run: forth });
  useShortcut({ key: 't', label: 'Show today', run: home });
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a fieldset brings a legend and a layout of its own
    <div className="day-control" role="group" aria-label="Which day is shown">
      <IconButton label="A month earlier" shortcut="[" icon={<ChevronLeft aria-hidden />} onClick={back} />
      <TextField
        label="Day shown"
        labelHidden
        type="date"
        required
        value={on}
        onChange={(event) => isDay(event.target.value) && onChange(event.target.value)}
      />
      <IconButton label="A month later" shortcut="]" icon={<ChevronRight aria-hidden />} onClick={forth} />
      <Button onClick={home} aria-pressed={on === today}>
        Today
      </Button>
    </div>
  );
}
