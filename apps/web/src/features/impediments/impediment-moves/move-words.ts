import type { TransitionAction } from '@chapterhouse/domain/impediments/impediment-state';

/** `verb`: "You may not … this one."; `button`: what does it; `needs`: what the person is asked for. */
export type MoveWords = { verb: string; button: string; needs: string | null };

export const MOVE_WORDS: Record<TransitionAction, MoveWords> = {
  'impediment:triage': { verb: 'triage', button: 'Triage', needs: 'owner, severity, level, next step' },
  'impediment:start': { verb: 'start', button: 'Start', needs: null },
  'impediment:resolve': { verb: 'resolve', button: 'Resolve', needs: 'what removed it' },
  'impediment:close': { verb: 'close', button: 'Close', needs: null },
  'impediment:decline': { verb: 'decline', button: 'Decline', needs: 'the reason' },
  'impediment:mark-duplicate': {
    verb: 'mark as a duplicate',
    button: 'Mark as a duplicate',
    needs: 'the one that it repeats',
  },
  'impediment:reopen': { verb: 'reopen', button: 'Reopen', needs: 'the reason' },
};
