import { classNames } from './class-names';
import './avatar.css';

/** First letters of the first and the last word of a name: "Ana de Souza" -> "AS". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '');
  return letters.join('').toLocaleUpperCase();
}

export type AvatarProps = {
  /** `null`: nobody. */
  name: string | null;
  size?: 'sm' | 'md' | 'lg';
  /** The name stands beside it: hidden from screen readers. */
  decorative?: boolean;
};

/** A person by initials, without colour: colour is kept for what needs a person. */
export function Avatar({ name, size = 'md', decorative = false }: AvatarProps) {
  const words = name ?? 'Nobody';
  return (
    <span
      className={classNames('ch-avatar', size !== 'md' && `ch-avatar--${size}`, name === null && 'ch-avatar--nobody')}
      title={decorative ? undefined : words}
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })}
    >
      {name === null ? '' : initials(name)}
    </span>
  );
}
