export { ChaptersOfTeam } from './chapters-of-team';
export { type MyTurn, useMyMeetings } from './my-meetings/use-my-meetings';
export { whenWords } from './when-words';
