import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import './tabs.css';

export type Tab<T extends string> = { value: T; label: string; count?: number; content: ReactNode };

export type TabsProps<T extends string> = {
  /** What the tabs divide, in words. */
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
};

/** Parts of one thing, one at a time. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const change = (next: string) => {
    const tab = tabs.find((candidate) => candidate.value === next);
    if (tab) onChange(tab.value);
  };
  return (
    <Radix.Root value={value} onValueChange={change}>
      <Radix.List className="ch-tabs__list" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} className="ch-tabs__tab" value={tab.value}>
            {tab.label}
            {tab.count !== undefined && <span className="ch-tabs__count">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} className="ch-tabs__content" value={tab.value}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
