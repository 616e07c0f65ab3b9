import { Button } from '@chapterhouse/ui/button';
import { Dialog } from '@chapterhouse/ui/dialog';
import { IconButton } from '@chapterhouse/ui/icon-button';
import { Kbd } from '@chapterhouse/ui/kbd';
import { Command as Cmdk } from 'cmdk';
import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import { presentCommands, subscribeToCommands } from './command-registry';
import { PaletteLines } from './palette-line';
import { paletteGroups } from './palette-lines';
import { setPalette } from './palette-state';
import { recentPlaces } from './recent-places';
import { takeEnteredAhead, takeTypedAhead } from './typed-ahead';
import { placeAt, useRecentOwner } from './use-recent-places';
import { useOpenAddress } from './use-open-address';
import { type Search, useSearch } from './use-search';
import './palette-dialog.css';

/** One field over everything: what can be done to what is open, where one can go, and whatever the server finds. */
export function PaletteDialog() {
  const [text, setText] = useState('');
  const { pathname } = useLocation();
  const owner = useRecentOwner();
  const [recent] = useState(() => recentPlaces(owner).filter(({ address }) => address !== placeAt(pathname).address));
  const commands = useSyncExternalStore(subscribeToCommands, presentCommands);
  const search = useSearch(text);
  const open = useOpenAddress();
  const { key } = placeAt(pathname);
  const here = key === undefined ? 'On this screen' : `On ${key}`;
  const groups = paletteGroups({ text, commands, recent, hits: search.hits, here, open });
  const count = groups.reduce((sum, { lines }) => sum + lines.length, 0);

  // It runs once the focus is where it was: commands act on what has it, and a dialog that they open gives it back.
  const chosen = useRef<(() => void) | null>(null);
  const choose = (run: () => void) => {
    chosen.current = run;
    setPalette(false);
  };
  // Enter behind words that were typed before the field was there: what they find first, once there is something.
  const [entered, setEntered] = useState(false);
  const first = groups[0]?.lines[0];
  const chooseFirst = useEffectEvent(() => first && choose(first.run));
  useEffect(() => {
    if (entered && first) chooseFirst();
  }, [entered, first]);
  return (
    <Dialog
      open
      onOpenChange={setPalette}
      onClosed={() => chosen.current?.()}
      title="Find or do something"
      size="lg"
      bare
    >
      <Cmdk className="palette" label="Find or do something" shouldFilter={false} vimBindings={false} loop>
        <div className="palette__head">
          <SearchIcon aria-hidden />
          <Cmdk.Input
            className="palette__input"
            placeholder="Title, name, key or command"
            value={text}
            onValueChange={(words) => {
              setText(words);
              setEntered(false);
            }}
            onFocus={() => {
              const ahead = takeTypedAhead();
              setText((there) => there + ahead);
              setEntered(takeEnteredAhead());
            }}
            onKeyDown={(event) => {
              // They move in the text, as in every field.
              if (event.key === 'Home' || event.key === 'End') event.stopPropagation();
            }}
          />
          <IconButton label="Close" icon={<X aria-hidden />} onClick={() => setPalette(false)} />
        </div>
        <Cmdk.List className="palette__list" label="What can be opened or done">
          {groups.map((group) => (
            <PaletteLines key={group.id} group={group} onChoose={choose} />
          ))}
        </Cmdk.List>
        <Outcome text={text} count={count} search={search} />
        <p className="palette__keys" aria-hidden>
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> move <Kbd>Enter</Kbd> choose <Kbd>Esc</Kbd> close
        </p>
      </Cmdk>
    </Dialog>
  );
}

/** What became of the search, for the eye where there is something to say, and always for the ear. */
function Outcome({ text, count, search }: { text: string; count: number; search: Search }) {
  const { waiting, problem, retry } = search;
  const typed = text.trim();
  return (
    <>
      <output className={classOf(count > 0 && !waiting)}>
        {waiting && `Looking for “${typed}” …`}
        {!waiting && !problem && typed !== '' && (count > 0 ? `${count} found.` : <Nothing typed={typed} />)}
      </output>
      {problem && (
        <div className="palette__problem" role="alert">
          <p>
            {problem.title} {problem.next}
          </p>
          <Button size="sm" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
    </>
  );
}

const classOf = (heardOnly: boolean) => (heardOnly ? 'ch-visually-hidden' : 'palette__outcome');

function Nothing({ typed }: { typed: string }) {
  return (
    <>
      Nothing found for “{typed}”. Try a word of the title, the beginning of a name, or a key like <b>IMP-12</b>.
    </>
  );
}
