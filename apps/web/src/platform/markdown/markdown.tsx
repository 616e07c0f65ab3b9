import ReactMarkdown, { type Components, defaultUrlTransform } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { linkKeys } from './link-keys';
import { KnownPeople, MarkdownLink } from './markdown-link';
import { MarkdownPicture } from './markdown-picture';
import type { MarkdownTextProps } from './markdown-text';
import { personAt } from './mention';

const plugins = [remarkGfm, linkKeys];

/** What would run is taken away; a person's address is ours. */
const safeAddress = (url: string, attribute: string) =>
  attribute === 'href' && personAt(url) !== null ? url : defaultUrlTransform(url);

const components: Components = {
  a: ({ href, children }) => <MarkdownLink href={href}>{children}</MarkdownLink>,
  img: ({ src, alt }) => <MarkdownPicture src={typeof src === 'string' ? src : undefined} alt={alt} />,
  // A task of a list is told to screen readers as well; it is changed by editing the text.
  input: ({ checked }) => <input type="checkbox" checked={checked === true} disabled readOnly aria-label="Task" />,
};

/** The page has its own headings above these. */
const below = (level: 2 | 3 | 4): Components => {
  const heading = `h${level}` as const;
  return { ...components, h1: heading, h2: heading, h3: heading };
};
const componentsOf = { 2: below(2), 3: below(3), 4: below(4) };

/** What people wrote, as Markdown without HTML; links of strangers get no hold of this page. */
export function Markdown({ text, people, headings = 4 }: MarkdownTextProps) {
  return (
    <KnownPeople value={people}>
      <div className="markdown">
        <ReactMarkdown remarkPlugins={plugins} skipHtml components={componentsOf[headings]} urlTransform={safeAddress}>
          {text}
        </ReactMarkdown>
      </div>
    </KnownPeople>
  );
}
