import { Children, isValidElement, memo, type ReactNode } from 'react';
import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import '../../../platform/markdown/markdown.css';
import { MarkdownPicture } from '../../../platform/markdown/markdown-picture';
import { personAt } from '../../../platform/markdown/mention';
import { Diagram } from './diagram';
import { headingIds } from './heading-ids';
import { linkThings, THING } from './link-things';
import { NamedThingsContext, useNamedThings } from './named-things';
import { PageLink } from './page-link';
import { teamAt } from './team-address';

const remarks = [remarkGfm, linkThings];
const rehypes = [headingIds];

/** What would run is taken away; addresses of people, teams and keyed things are ours. */
const safeAddress = (url: string, attribute: string) =>
  attribute === 'href' && (personAt(url) !== null || teamAt(url) !== null || url.startsWith(THING))
    ? url
    : defaultUrlTransform(url);

const components: Components = {
  a: ({ href, children }) => <PageLink href={href}>{children}</PageLink>,
  img: ({ src, alt }) => <MarkdownPicture src={typeof src === 'string' ? src : undefined} alt={alt} />,
  input: ({ checked }) => <input type="checkbox" checked={checked === true} disabled readOnly aria-label="Task" />,
  pre: ({ children }) => {
    const text = diagramIn(children);
    return text === null ? (
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long lines are scrolled to by keyboard
      <pre tabIndex={0}>{children}</pre>
    ) : (
      <Diagram text={text} />
    );
  },
  table: ({ children }) => (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- a wide table is scrolled to by keyboard; it is no landmark
    <div className="page-text__table" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  // The screen has its own first heading.
  h1: ({ id, children }) => <h2 id={id}>{children}</h2>,
  h2: ({ id, children }) => <h3 id={id}>{children}</h3>,
  h3: ({ id, children }) => <h4 id={id}>{children}</h4>,
  h4: ({ id, children }) => <h5 id={id}>{children}</h5>,
  h5: ({ id, children }) => <h6 id={id}>{children}</h6>,
};

/** The words of a block that is marked as a Mermaid diagram; null for any other code. */
function diagramIn(children: ReactNode): string | null {
  const [code] = Children.toArray(children);
  if (!isValidElement<{ className?: string; children?: ReactNode }>(code)) return null;
  const { className = '', children: words } = code.props;
  return /(?:^|\s)language-mermaid(?:\s|$)/.test(className) && typeof words === 'string' ? words : null;
}

/** Markdown of a page, without HTML, with headings to lead to, diagrams, and links that know the playbook. */
export const PageMarkdown = memo(function PageMarkdown({ text }: { text: string }) {
  const things = useNamedThings(text);
  return (
    <NamedThingsContext value={things}>
      <div className="markdown page-text">
        <MarkdownOfPage text={text} />
      </div>
    </NamedThingsContext>
  );
});

/** Read again for another text only, not when names have come. */
const MarkdownOfPage = memo(function MarkdownOfPage({ text }: { text: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={remarks}
      rehypePlugins={rehypes}
      skipHtml
      components={components}
      urlTransform={safeAddress}
    >
      {text}
    </ReactMarkdown>
  );
});
