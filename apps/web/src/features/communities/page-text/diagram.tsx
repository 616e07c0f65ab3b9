import { ErrorNote } from '@chapterhouse/ui/error-note';
import { useEffect, useId, useRef, useState } from 'react';
import { useTheme } from '../../../platform/theme/theme';
import type { Drawn } from './draw-diagram';

/** Milliseconds without a key before a diagram that is being written is drawn again. */
const PAUSE = 250;
/** One that takes long is drawn anew only when the person pauses as long, at most this long. */
const LONGEST_PAUSE = 5_000;

/** A Mermaid diagram of a page. One that cannot be read shows its text and the reason. */
export function Diagram({ text }: { text: string }) {
  const id = useId();
  const [theme] = useTheme();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const host = useRef<HTMLDivElement>(null);
  const pause = useRef(PAUSE);

  useEffect(() => {
    let gone = false;
    const draw = async () => {
      const { drawDiagram } = await import('./draw-diagram');
      const began = performance.now();
      const next = await drawDiagram(text, isDark(theme));
      pause.current = Math.min(Math.max(PAUSE, 2 * (performance.now() - began)), LONGEST_PAUSE);
      if (!gone) setDrawn(next);
    };
    const failed = () => {
      if (!gone) setDrawn({ svg: null, problem: 'The code that draws diagrams did not arrive. Reload the page.' });
    };
    const timer = setTimeout(() => void draw().catch(failed), pause.current);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, theme]);

  // A root of its own: the picture's styles reach nothing else, and nothing else reaches it.
  useEffect(() => {
    if (!host.current || !drawn?.svg) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.replaceChildren(drawn.svg);
  }, [drawn]);

  const problem = drawn?.problem ?? null;
  return (
    <figure className="diagram">
      <div
        ref={host}
        className="diagram__picture"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the drawing is inside, in a root of its own
        role="img"
        aria-label="Diagram"
        aria-describedby={`${id}-text`}
        hidden={problem !== null}
        aria-busy={drawn === null}
      />
      {problem !== null && <ErrorNote tone="attention" title="This diagram cannot be drawn." next={problem} />}
      <details open={problem !== null} className="diagram__source">
        <summary>Text of the diagram</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines are scrolled to by keyboard */}
        <pre id={`${id}-text`} tabIndex={0}>
          {text}
        </pre>
      </details>
    </figure>
  );
}

const isDark = (theme: string): boolean =>
  theme === 'dark' || (theme === 'system' && window.matchMedia?.('(prefers-color-scheme: dark)').matches === true);
