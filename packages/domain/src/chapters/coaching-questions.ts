export const QUESTION_SITUATIONS = [
  'NOBODY_SPEAKS',
  'ONE_VOICE_DOMINATES',
  'JUMPING_TO_SOLUTIONS',
  'BLAMING',
  'GOING_IN_CIRCLES',
  'NO_OWNER',
  'COMES_BACK',
  'WAITING_FOR_OTHERS',
  'TOO_BIG',
  'DISAGREEMENT',
  'END_OF_MEETING',
] as const;
export type QuestionSituation = (typeof QUESTION_SITUATIONS)[number];

/** Open questions for whoever facilitates: short, without an answer hidden inside, never about whose fault it is. */
export const COACHING_QUESTIONS: Record<QuestionSituation, { title: string; questions: readonly string[] }> = {
  NOBODY_SPEAKS: {
    title: 'Nobody speaks',
    questions: [
      'What are we not saying yet?',
      'What would each of us write down, if we took one silent minute?',
      'Who is closest to this, and what do you see from there?',
      'What would make it easier to talk about this?',
    ],
  },
  ONE_VOICE_DOMINATES: {
    title: 'One voice dominates',
    questions: [
      'Who sees this differently?',
      'Whom have we not heard yet?',
      'What would a team that is not in the room say?',
      'Shall we go around once, a sentence each?',
    ],
  },
  JUMPING_TO_SOLUTIONS: {
    title: 'Jumping to solutions',
    questions: [
      'What exactly do we want to be different afterwards?',
      'What do we know, and what do we only assume?',
      'How would we notice that it worked?',
      'What else could it be?',
    ],
  },
  BLAMING: {
    title: 'Looking for who is to blame',
    questions: [
      'What in the way we work made this likely?',
      'What did everybody know at that moment?',
      'What do they need from us to do it otherwise?',
      'Which part of it is in our own hands?',
    ],
  },
  GOING_IN_CIRCLES: {
    title: 'Going in circles',
    questions: [
      'What do we agree upon already?',
      'Which single thing keeps us from deciding?',
      'What would be good enough until next time?',
      'Whom do we have to ask, and who does it?',
    ],
  },
  NO_OWNER: {
    title: 'Nobody owns it',
    questions: [
      'Who suffers most from leaving it as it is?',
      'What would you need to be able to take it?',
      'What is the smallest piece that one of us can carry?',
      'What happens if we decide to let it lie?',
    ],
  },
  COMES_BACK: {
    title: 'It comes back',
    questions: [
      'What did we do the last time, and what held?',
      'What brings it back each time?',
      'Whose rule or budget would have to change?',
      'What has it cost us, all times together?',
    ],
  },
  WAITING_FOR_OTHERS: {
    title: 'Waiting for others',
    questions: [
      'What do they know of what we wait for?',
      'What would make it easy for them to say yes?',
      'What can we do without them until then?',
      'When do we stop waiting, and what then?',
    ],
  },
  TOO_BIG: {
    title: 'Too big to grasp',
    questions: [
      'Which part of it hurts today?',
      'What could be gone within a week?',
      'What would we do if it had to be done by one person?',
      'Where does it begin?',
    ],
  },
  DISAGREEMENT: {
    title: 'Disagreement',
    questions: [
      'What does each side want to protect?',
      'Under which conditions would the other one be right?',
      'What could we try that both can live with for two weeks?',
      'Who decides this, and what do they need to hear from us?',
    ],
  },
  END_OF_MEETING: {
    title: 'At the end',
    questions: [
      'What do we leave with that we did not have before?',
      'Who tells those who are not here?',
      'Which of these promises is the shakiest, and what helps it?',
      'What should we do differently next time?',
    ],
  },
};
