import { MOST_TOPICS, TOPIC_LIMIT } from '@chapterhouse/domain/communities/community-fields';
import { Chip } from '@chapterhouse/ui/chip';
import { TextField } from '@chapterhouse/ui/text-field';
import { useState } from 'react';

export type TopicsFieldProps = {
  value: readonly string[];
  error: string | undefined;
  onChange: (topics: string[]) => void;
  /** What is typed and not added yet: it counts, too, when the form is sent. */
  typed: string;
  onType: (text: string) => void;
};

/** Words by which the community is found; Enter or a comma adds one. */
export function TopicsField({ value, error, onChange, typed, onType }: TopicsFieldProps) {
  const [full, setFull] = useState(false);
  const add = (text: string) => {
    const topics = withTopics(value, text);
    setFull(topics.length > MOST_TOPICS);
    onChange(topics.slice(0, MOST_TOPICS));
    onType('');
  };
  return (
    <div className="topics-field">
      <TextField
        label="Topics"
        optional
        placeholder={value.length === 0 ? 'testing, onboarding' : ''}
        hint="By which others find it. Enter or a comma adds one."
        maxLength={TOPIC_LIMIT * 2}
        value={typed}
        error={error ?? (full ? `Keep to ${MOST_TOPICS} topics.` : undefined)}
        onChange={({ target: { value: text } }) => (text.includes(',') ? add(text) : onType(text))}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && typed.trim() !== '') {
            event.preventDefault();
            add(typed);
          }
          if (event.key === 'Backspace' && typed === '' && value.length > 0) onChange(value.slice(0, -1));
        }}
      />
      {value.length > 0 && (
        <ul className="topics" aria-label="Topics">
          {value.map((topic) => (
            <li key={topic}>
              <Chip onRemove={() => onChange(value.filter((one) => one !== topic))}>{topic}</Chip>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** With those of the text, each once, whatever its case. */
export function withTopics(topics: readonly string[], text: string): string[] {
  const known = new Set(topics.map((topic) => topic.toLowerCase()));
  const fresh = text
    .split(',')
    .map((topic) => topic.trim())
    .filter((topic) => {
      const folded = topic.toLowerCase();
      if (topic === '' || known.has(folded)) return false;
      known.add(folded);
      return true;
    });
  return [...topics, ...fresh];
}
