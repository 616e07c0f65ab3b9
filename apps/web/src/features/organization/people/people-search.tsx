import { TextField } from '@chapterhouse/ui/text-field';
import { useRef } from 'react';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';

export type PeopleSearchProps = { text: string; onText: (text: string) => void };

export function PeopleSearch({ text, onText }: PeopleSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcut({ key: '/', label: 'Find a person', run: () => input.current?.focus() });
  return (
    <div className="people__search">
      <TextField
        ref={input}
        label="Find a person"
        labelHidden
        type="search"
        placeholder="Find a person by name"
        value={text}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
