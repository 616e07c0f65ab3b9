import { notify } from '@chapterhouse/ui/toast';
import { useNavigate } from 'react-router';
import type { ImpedimentCardFragment } from '../../../generated/graphql';
import { setRaising, type WordsToRaise } from './raise-dialog-state';
import type { Settled } from './use-raise';

/** What is said at the edge of the screen once the form is gone. */
export function useRaisedNotes() {
  const navigate = useNavigate();
  const raised = ({ key, title }: ImpedimentCardFragment) => {
    const open = () => void navigate(`/impediments/${key}`);
    notify({ title: `${key} is raised.`, detail: title, action: { label: `Open ${key}`, onSelect: open } });
  };
  const ended = (words: WordsToRaise, how: Settled) => {
    if ('raised' in how) return raised(how.raised);
    const { code, title, next } = how.refusal;
    // Somebody threw it away while it waited.
    if (code === 'NETWORK') return;
    notify({
      tone: 'problem',
      title: `“${words.title}” is not raised. ${title}`,
      detail: next,
      action: { label: 'Put the words back', onSelect: () => setRaising(true, words) },
    });
  };
  const waiting = (words: WordsToRaise, later: Promise<Settled>) => {
    notify({
      title: `“${words.title}” waits for a connection.`,
      detail: 'It is raised as soon as the server answers.',
    });
    void later.then((how) => ended(words, how));
  };
  return { raised, waiting };
}
