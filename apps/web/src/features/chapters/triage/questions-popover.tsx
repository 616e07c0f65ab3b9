import { useQuery } from '@apollo/client/react';
import { Button } from '@chapterhouse/ui/button';
import { Popover } from '@chapterhouse/ui/popover';
import { Select } from '@chapterhouse/ui/select';
import { Skeleton } from '@chapterhouse/ui/skeleton';
import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import type { QuestionSituation } from '../../../generated/graphql';
import { RefusalNote } from '../../../platform/refusals/refusal-note';
import { shownRefusal } from '../../../platform/refusals/shown-refusal';
import { useShortcut } from '../../../platform/shortcuts/use-shortcut';
import { COACHING_QUESTIONS } from './triage.operations';
import './questions-popover.css';

/** Short questions for whoever leads, by what happens in the room: only they see them. */
export function QuestionsPopover() {
  const [open, setOpen] = useState(false);
  useShortcut({ key: 'q', label: 'Questions that help', run: () => setOpen(true) });
  return (
    <Popover
      label="Questions that help"
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" icon={<MessageCircleQuestion aria-hidden />}>
          Questions
        </Button>
      }
    >
      <Questions />
    </Popover>
  );
}

function Questions() {
  const { data, error } = useQuery(COACHING_QUESTIONS);
  const [chosen, setChosen] = useState<QuestionSituation | null>(null);
  const situations = data?.coachingQuestions ?? [];
  const shown = situations.find(({ situation }) => situation === chosen) ?? situations[0];
  if (error) return <RefusalNote refusal={shownRefusal(error)} />;
  if (!shown) return <Skeleton lines={4} label="Loading the questions" />;
  return (
    <div className="questions">
      <Select
        label="What happens in the room?"
        value={shown.situation}
        onChange={(event) => setChosen(situations[event.target.selectedIndex]?.situation ?? null)}
        options={situations.map(({ situation, title }) => ({ value: situation, label: title }))}
      />
      <ul aria-label="Ask">
        {shown.questions.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
      <p>Only you see these. Ask one, then wait.</p>
    </div>
  );
}
