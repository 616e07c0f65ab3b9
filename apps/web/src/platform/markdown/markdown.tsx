import ReactMarkdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import type { MarkdownTextProps } from './markdown-text';

const plugins = [remarkGfm];

const components: Components = {
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ),
  // A picture from elsewhere would tell its host who reads this: it becomes a link.
  img: ({ src, alt }) => (
    <a href={typeof src === 'string' ? src : undefined} target="_blank" rel="noopener noreferrer nofollow">
      {alt === undefined || alt === '' ? 'Picture' : alt}
    </a>
  ),
  // The page has its own headings above these.
  h1: 'h4',
  h2: 'h4',
  h3: 'h4',
};

/** What people wrote, as Markdown without HTML; links of strangers get no hold of this page. */
export function Markdown({ text }: MarkdownTextProps) {
  return (
    <div className="markdown">
      <ReactMarkdown remarkPlugins={plugins} skipHtml components={components}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
