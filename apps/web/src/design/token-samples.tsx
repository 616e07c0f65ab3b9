import tokens from '@chapterhouse/ui/tokens.css?raw';
import type { CSSProperties } from 'react';
import { Sample, SampleGroup } from './sample';

/** The names of the tokens that begin so, in the order of the file: the page can't forget one. */
function names(...beginnings: string[]): string[] {
  const all = [...tokens.matchAll(/^\s*(--ch-[\w-]+):/gm)].flatMap(([, name]) => name ?? []);
  return [...new Set(all)].filter((name) => beginnings.some((beginning) => name.startsWith(`--ch-${beginning}`)));
}

const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'pressed', 'selected', 'scrim', 'line'];
const WORDS = ['text', 'text-muted', 'text-faint', 'accent', 'attention', 'danger'];
const PAIRS = [
  ['on-accent', 'accent-solid'],
  ['on-danger', 'danger-solid'],
  ['attention', 'attention-soft'],
  ['danger', 'danger-soft'],
  ['accent', 'accent-soft'],
] as const;

const style = (properties: CSSProperties & Record<`--${string}`, string>): CSSProperties => properties;

/** Colour, type, space and motion. */
export function TokenSamples() {
  return (
    <SampleGroup title="Tokens">
      <Sample name="Grounds and lines">
        {names(...GROUNDS).map((name) => (
          <Swatch key={name} name={name} ground={name} />
        ))}
      </Sample>
      <Sample name="Words on the surface">
        {WORDS.map((name) => (
          <span key={name} style={style({ color: `var(--ch-${name})` })}>
            {name}
          </span>
        ))}
      </Sample>
      <Sample name="Words on colour">
        {PAIRS.map(([word, ground]) => (
          <span
            key={word + ground}
            className="design__pair"
            style={style({ color: `var(--ch-${word})`, background: `var(--ch-${ground})` })}
          >
            {word} on {ground}
          </span>
        ))}
      </Sample>
      <Sample name="Type">
        {['2xs', 'xs', 'sm', 'md', 'lg', 'xl', '2xl'].map((size) => (
          <span key={size} style={style({ fontSize: `var(--ch-text-${size})` })}>
            {size}: what stands in the way
          </span>
        ))}
        <span style={style({ fontFamily: 'var(--ch-font-mono)' })}>mono: IMP-42</span>
      </Sample>
      <Sample name="Space and sizes">
        {names('space', 'control', 'size', 'target').map((name) => (
          <span key={name} className="design__measure">
            <span className="design__bar" style={style({ '--design-size': `var(${name})` })} />
            {name.slice(5)}
          </span>
        ))}
      </Sample>
      <Sample name="Corners and shadows">
        {names('radius').map((name) => (
          <span key={name} className="design__corner" style={style({ borderRadius: `var(${name})` })}>
            {name.slice(5)}
          </span>
        ))}
        {names('shadow').map((name) => (
          <span key={name} className="design__corner" style={style({ boxShadow: `var(${name})` })}>
            {name.slice(5)}
          </span>
        ))}
      </Sample>
      <Sample name="Motion">
        {['fast', 'calm', 'slow'].map((name) => (
          <button
            key={name}
            type="button"
            className="design__motion"
            style={style({ transitionDuration: `var(--ch-${name})` })}
          >
            {name}
          </button>
        ))}
      </Sample>
    </SampleGroup>
  );
}

function Swatch({ name, ground }: { name: string; ground: string }) {
  return (
    <span className="design__measure">
      <span className="design__swatch" style={style({ background: `var(${ground})` })} />
      {name.slice(5)}
    </span>
  );
}
