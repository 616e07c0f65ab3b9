import { type KeyboardEvent, useId, useMemo, useState } from 'react';

export type ComboboxOption = {
  value: string;
  label: string;
  /** A second, quieter word: the area of a team, the e-mail of a person. */
  detail?: string | undefined;
};

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** How near an option is to what was typed; smaller is nearer, null where a typed word is nowhere in it. */
function distance({ label, detail = '' }: ComboboxOption, typed: readonly string[]): number | null {
  const [name, second] = [plain(label), plain(detail)];
  if (!typed.every((word) => `${name} ${second}`.includes(word))) return null;
  if (name.startsWith(typed.join(' '))) return 0;
  const words = name.split(/[^\p{L}\p{N}]+/u);
  if (typed.every((word) => words.some((one) => one.startsWith(word)))) return 1;
  return typed.every((word) => name.includes(word)) ? 2 : 3;
}

/**
 * Options whose label or detail has every typed word in it, case and accents aside: first where the label begins with
 * them, then where words of it do, then where they are anywhere in it, then where only the detail helps. Enter takes the
 * first one, so a team must come before those whose area has its name.
 */
export function matching(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const typed = plain(query).split(/\s+/).filter(Boolean);
  if (typed.length === 0) return [...options];
  return options
    .map((option) => ({ option, away: distance(option, typed) }))
    .filter((one): one is { option: ComboboxOption; away: number } => one.away !== null)
    .sort((a, b) => a.away - b.away)
    .map(({ option }) => option);
}

/** At most this many options are drawn; typing narrows the rest. */
const SHOWN = 60;

/**
 * Open state, the active option and the keys of a combobox (WAI-ARIA 1.2, list autocomplete).
 * @param answered the options are what was found for these very words: all of them are shown, in their order
 */
export function useListbox(
  options: readonly ComboboxOption[],
  query: string,
  choose: (value: string) => void,
  answered = false,
) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [wanted, setActive] = useState(0);
  const shown = useMemo(
    () => (answered ? options : matching(options, query)).slice(0, SHOWN),
    [answered, options, query],
  );
  const active = Math.min(wanted, Math.max(shown.length - 1, 0));

  const take = (value: string) => {
    choose(value);
    setOpen(false);
    setActive(0);
  };
  const move = (to: number) => {
    setOpen(true);
    const next = shown.length === 0 ? 0 : (to + shown.length) % shown.length;
    setActive(next);
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') move(open ? active + 1 : active);
    else if (event.key === 'ArrowUp') move(open ? active - 1 : shown.length - 1);
    else if (event.key === 'Enter' && open) {
      const option = shown[active];
      if (option) take(option.value);
    } else if (event.key === 'Escape' && open) {
      // Only the list closes; a dialog around it stays.
      event.stopPropagation();
      setOpen(false);
    } else return;
    event.preventDefault();
  };
  return {
    listId: `${id}-list`,
    optionId: (index: number) => `${id}-${index}`,
    open,
    setOpen,
    active,
    setActive,
    shown,
    take,
    onKeyDown,
  };
}
