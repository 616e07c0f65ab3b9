import { ProjectedDots } from './projected-dots';
import { ResultBadge } from '../triage/result-badge';
import { openItems, type ShownSession, titleOf } from '../triage/triage-items';

/** Before the first item, and between two: all of them, so that everybody can place their dots. */
export function ProjectedAgenda({ session }: { session: ShownSession }) {
  const { items } = session;
  const open = openItems(items).length;
  const title =
    items.length === 0
      ? 'Nothing is waiting'
      : open === items.length
        ? 'What do we speak about first?'
        : open === 0
          ? 'Every item has its result'
          : 'What is next?';
  return (
    <section className="projector__item" aria-label="Agenda">
      <h1>{title}</h1>
      <ol className="projector__agenda">
        {items.map((item) => (
          <li key={item.id} data-ended={item.result !== null || undefined}>
            <ResultBadge result={item.result} labelHidden />
            <span>
              {item.impediment && <span className="projector__key">{item.impediment.key} </span>}
              {titleOf(item)}
            </span>
            <ProjectedDots dots={item.dots} />
          </li>
        ))}
      </ol>
    </section>
  );
}
