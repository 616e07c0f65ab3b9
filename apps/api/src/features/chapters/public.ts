// All that other features may import.
export { ChapterHistory, type HistoricChapter, type HistoricItem } from './chapter-history.js';
export { Chapter } from './chapters.graphql.js';
export { ChaptersModule } from './chapters.module.js';
export { ChaptersService } from './chapters.service.js';
export { Practice } from './practices/practices.graphql.js';
export { TriageSession } from './triage/triage.graphql.js';
export { TriageService } from './triage/triage.service.js';
