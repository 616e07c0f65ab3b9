import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import './segments.css';

export type SegmentsProps<T extends string> = {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
};

/** One of two to four, all visible: a view, a theme. */
export function Segments<T extends string>({ label, value, onChange, options }: SegmentsProps<T>) {
  const change = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onChange(option.value);
  };
  return (
    <ToggleGroup.Root className="ch-segments" type="single" value={value} onValueChange={change} aria-label={label}>
      {options.map((option) => (
        <ToggleGroup.Item key={option.value} className="ch-segments__item" value={option.value}>
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
