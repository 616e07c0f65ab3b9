import type { StatusCategory } from './jira-issue.js';

/** Statuses and status categories as Jira and teams call them, without accents, in lower case. */
const WORDS: Record<StatusCategory, string> = {
  new: `to do|todo|open|reopened|new|backlog|selected for development|ready|funnel|a faire|ouvert|ouverte|rouvert|nouveau|
    tareas por hacer|por hacer|abierto|abierta|reabierta|pendiente|nuevo|nueva|zu erledigen|offen|te doen|da fare|a fazer`,
  indeterminate: `in progress|in review|review|in test|in qe test|testing|in development|blocked|on hold|waiting|en cours|
    en revue|en test|bloque|en attente|en curso|en progreso|en revision|en pruebas|bloqueada|in bearbeitung|in arbeit|
    bezig|in uitvoering|in corso|em andamento`,
  done: `done|closed|resolved|complete|completed|cancelled|canceled|rejected|released|deployed|termine|terminee|termine(e)|
    ferme|fermee|resolu|resolue|annule|annulee|livre|listo|hecho|finalizada|finalizado|cerrada|cerrado|resuelta|resuelto|
    cancelada|fertig|erledigt|geschlossen|gereed|klaar|completato|concluido`,
};

const CATEGORY_OF = new Map<string, StatusCategory>();
for (const category of ['new', 'indeterminate', 'done'] as const)
  for (const word of WORDS[category].split('|')) CATEGORY_OF.set(word.trim(), category);

/** What a status, or the name of a category, most likely means; undefined: nobody knows. */
export function categoryOfWords(words: string): StatusCategory | undefined {
  const plain = words
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .trim()
    .toLowerCase();
  return CATEGORY_OF.get(plain);
}
