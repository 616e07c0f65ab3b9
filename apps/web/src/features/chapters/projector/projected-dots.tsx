import { plural } from '../../impediments/public';

/** How much people want to speak of it; that nobody does is said, too. */
export function ProjectedDots({ dots }: { dots: number }) {
  return (
    <span className="projector__dots" data-none={dots === 0 || undefined}>
      <span aria-hidden>
        {Array.from({ length: dots }, (_, index) => (
          <i key={index} />
        ))}
      </span>
      {dots === 0 ? 'No dots' : plural(dots, 'dot')}
    </span>
  );
}
