import type { Command } from './command-registry';
import { matchingCommands } from './matching-commands';
import type { RecentPlace } from './recent-places';
import { addressOf, keyAddress, keyIn, placeOf, type SearchHit } from './search-hits';

/** One option of the palette. */
export type PaletteLine = {
  id: string;
  label: string;
  detail?: string;
  shortcut?: string;
  icon: LineIcon;
  run: () => void;
};
export type LineIcon = Command['group'] | 'recent' | SearchHit['kind'];
export type LineGroup = { id: string; heading: string; lines: PaletteLine[] };

export type PaletteContent = {
  text: string;
  commands: readonly Command[];
  recent: readonly RecentPlace[];
  hits: readonly SearchHit[];
  /** What the keys of this screen act on. */
  here: string;
  open: (address: string) => void;
};

const ORDER = ['here', 'create', 'go', 'settings'] as const satisfies Command['group'][];

/** What the palette offers, in the order in which it is shown; groups without lines are left out. */
export function paletteGroups(content: PaletteContent): LineGroup[] {
  const { text, commands, here } = content;
  const headings = { here, create: 'Create', go: 'Go to', settings: 'Settings and help' };
  const matching = matchingCommands(commands, text);
  const ofGroup = (group: Command['group']): LineGroup => ({
    id: group,
    heading: headings[group],
    lines: matching.filter((command) => command.group === group).map((command) => ({ ...command, icon: group })),
  });
  const groups = ORDER.map(ofGroup);
  if (text.trim() === '') groups.splice(1, 0, recentGroup(content));
  else {
    // The group with the nearest command first.
    const nearest = (id: string) => matching.findIndex(({ group }) => group === id);
    groups.sort((a, b) => nearest(a.id) - nearest(b.id));
    groups.unshift(keyGroup(content));
    groups.push(foundGroup(content));
  }
  return groups.filter(({ lines }) => lines.length > 0);
}

function recentGroup({ recent, open }: PaletteContent): LineGroup {
  const lines = recent.map(({ address, title }): PaletteLine => ({
    id: `recent:${address}`,
    label: title,
    icon: 'recent',
    run: () => open(address),
  }));
  return { id: 'recent', heading: 'Recent', lines };
}

/** A key that was typed leads there at once, without waiting for an answer. */
function keyGroup({ text, hits, open }: PaletteContent): LineGroup {
  const typed = keyIn(text);
  if (typed === null) return { id: 'key', heading: '', lines: [] };
  const { kind, key } = typed;
  const hit = hits.find((one) => one.key === key);
  const line: PaletteLine = {
    id: `key:${key}`,
    label: hit ? `${key} ${hit.title}` : `Open ${key}`,
    ...(hit && { detail: placeOf(hit) }),
    icon: kind,
    run: () => open(keyAddress(kind, key)),
  };
  return { id: 'key', heading: 'Open', lines: [line] };
}

function foundGroup({ text, hits, open }: PaletteContent): LineGroup {
  const typedKey = keyIn(text)?.key ?? null;
  const lines = hits.flatMap((hit): PaletteLine[] => {
    const address = addressOf(hit);
    if (address === null || (typedKey !== null && hit.key === typedKey)) return [];
    const keyed =
      hit.kind === 'IMPEDIMENT' || hit.kind === 'DECISION' || hit.kind === 'ITEM' || hit.kind === 'ARTIFACT';
    const label = keyed && hit.key !== null ? `${hit.key} ${hit.title}` : hit.title;
    return [
      { id: `found:${hit.kind}:${hit.id}`, label, detail: placeOf(hit), icon: hit.kind, run: () => open(address) },
    ];
  });
  // What is only called nearly so is not taken for what was looked for.
  const heading = hits.some(({ isGuess }) => isGuess) ? `Nothing has these words. Called nearly so` : 'Found';
  return { id: 'found', heading, lines };
}
