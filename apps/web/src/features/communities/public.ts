export { PracticeOfTeam } from './adoption/practice-of-team';
export { RunsOfTeam } from './checklists/runs-of-team';
export { TemplateField } from './templates/template-field';
export { useTemplateWords } from './templates/use-template-words';
export { CommunitiesOfPerson } from './community/communities-of-person';
