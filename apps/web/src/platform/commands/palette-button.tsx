import { Kbd } from '@chapterhouse/ui/kbd';
import { Search } from 'lucide-react';
import { PALETTE_ARIA_KEYS, PALETTE_KEYS } from './palette-key';
import { setPalette } from './palette-state';
import './palette-button.css';

/** For the header: it looks like the field that it opens; on a phone it is an icon. */
export function PaletteButton() {
  return (
    <button
      type="button"
      className="palette-button"
      aria-label="Find or do something"
      aria-keyshortcuts={PALETTE_ARIA_KEYS}
      aria-haspopup="dialog"
      onClick={() => setPalette(true)}
    >
      <Search aria-hidden />
      <span className="palette-button__words">Find or do something</span>
      <span className="palette-button__keys" aria-hidden>
        {PALETTE_KEYS.map((key) => (
          <Kbd key={key}>{key}</Kbd>
        ))}
      </span>
    </button>
  );
}
