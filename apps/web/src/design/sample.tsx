import type { ReactNode } from 'react';

export type SampleProps = {
  name: string;
  /** As wide as the page. */
  wide?: boolean;
  /** Its states stand below each other, each as wide as the sample: fields, bars. */
  stacked?: boolean;
  children: ReactNode;
};

/** One primitive with its name. */
export function Sample({ name, wide = false, stacked = false, children }: SampleProps) {
  return (
    <section className="design__sample" data-wide={wide || undefined} aria-label={name}>
      <h3 className="design__name">{name}</h3>
      <div className="design__states" data-stacked={stacked || undefined}>
        {children}
      </div>
    </section>
  );
}

/** What belongs together. */
export function SampleGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="design__group" aria-label={title}>
      <h2>{title}</h2>
      <div className="design__samples">{children}</div>
    </section>
  );
}
