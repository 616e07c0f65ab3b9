/** What a column of Jira's CSV is. Those of `LINK_IN` and `LINK_OUT` have the type of the link beside. */
export const CSV_FIELDS = [
  'SUMMARY',
  'KEY',
  'ID',
  'TYPE',
  'STATUS',
  'STATUS_CATEGORY',
  'PROJECT_KEY',
  'PROJECT_NAME',
  'PROJECT_URL',
  'PRIORITY',
  'RESOLUTION',
  'ASSIGNEE',
  'ASSIGNEE_ID',
  'REPORTER',
  'REPORTER_ID',
  'CREATOR',
  'CREATOR_ID',
  'CREATED',
  'UPDATED',
  'RESOLVED',
  'DESCRIPTION',
  'COMPONENT',
  'SPRINT',
  'PARENT',
  'PARENT_KEY',
  'EPIC_LINK',
  'POINTS',
  'FLAGGED',
  'TEAM',
  'RANK',
  'COMMENT',
  'LINK_IN',
  'LINK_OUT',
] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

export const HEADER_LANGUAGES = ['English', 'French', 'Spanish'] as const;
export type HeaderLanguage = (typeof HEADER_LANGUAGES)[number];

export interface CsvColumn {
  /** As it stands in the file. */
  header: string;
  field: CsvField | null;
  /** Of a link. */
  linkType: string;
  language: HeaderLanguage | null;
}

/** Headers without accents, in lower case, by language; the first is the one of today's Jira. */
const HEADERS: Record<HeaderLanguage, Partial<Record<CsvField, string>>> = {
  English: {
    SUMMARY: 'summary|title',
    KEY: 'issue key|key|issue|work item key',
    ID: 'issue id|work item id',
    TYPE: 'issue type|type|work type|work item type',
    STATUS: 'status',
    STATUS_CATEGORY: 'status category',
    PROJECT_KEY: 'project key',
    PROJECT_NAME: 'project name|project',
    PROJECT_URL: 'project url',
    PRIORITY: 'priority',
    RESOLUTION: 'resolution',
    ASSIGNEE: 'assignee',
    ASSIGNEE_ID: 'assignee id',
    REPORTER: 'reporter',
    REPORTER_ID: 'reporter id',
    CREATOR: 'creator',
    CREATOR_ID: 'creator id',
    CREATED: 'created|created date',
    UPDATED: 'updated|updated date',
    RESOLVED: 'resolved|resolved date',
    DESCRIPTION: 'description',
    COMPONENT: 'components|component|component/s',
    SPRINT: 'sprint',
    PARENT: 'parent|parent id',
    PARENT_KEY: 'parent key',
    EPIC_LINK: 'epic link',
    POINTS: 'story points|story point estimate',
    FLAGGED: 'flagged',
    TEAM: 'team',
    RANK: 'rank',
    COMMENT: 'comment|comments',
  },
  French: {
    SUMMARY: 'resume',
    KEY: 'cle de ticket|cle|cle de demande',
    ID: 'id de ticket|id de demande',
    TYPE: 'type de ticket|type de demande',
    STATUS: 'etat|statut',
    STATUS_CATEGORY: "categorie d'etat|categorie de statut",
    PROJECT_KEY: 'cle de projet',
    PROJECT_NAME: 'nom du projet|projet',
    PROJECT_URL: 'url du projet|url de projet',
    PRIORITY: 'priorite',
    RESOLUTION: 'resolution',
    ASSIGNEE: 'personne assignee|responsable',
    ASSIGNEE_ID: 'id de la personne assignee|id de responsable',
    REPORTER: 'rapporteur',
    REPORTER_ID: 'id de rapporteur|id du rapporteur',
    CREATOR: 'createur',
    CREATOR_ID: 'id de createur|id du createur',
    CREATED: 'creation|cree|date de creation',
    UPDATED: 'mise a jour|mis a jour',
    RESOLVED: 'resolu|resolue|date de resolution',
    DESCRIPTION: 'description',
    COMPONENT: 'composants|composant',
    SPRINT: 'sprint',
    PARENT: 'parent',
    PARENT_KEY: 'cle parent|cle du parent',
    EPIC_LINK: "lien d'epopee|lien d'epic|lien epic",
    POINTS: 'story points|points de story|estimation en story points',
    FLAGGED: 'marque|signale',
    TEAM: 'equipe',
    RANK: 'rang',
    COMMENT: 'commentaire|commentaires',
  },
  Spanish: {
    SUMMARY: 'resumen',
    KEY: 'clave de incidencia|clave',
    ID: 'id de la incidencia|id de incidencia',
    TYPE: 'tipo de incidencia',
    STATUS: 'estado',
    STATUS_CATEGORY: 'categoria de estado',
    PROJECT_KEY: 'clave del proyecto',
    PROJECT_NAME: 'nombre del proyecto|proyecto',
    PROJECT_URL: 'url del proyecto',
    PRIORITY: 'prioridad',
    RESOLUTION: 'resolucion',
    ASSIGNEE: 'persona asignada|responsable',
    ASSIGNEE_ID: 'id de la persona asignada|id del responsable',
    REPORTER: 'informador',
    REPORTER_ID: 'id del informador',
    CREATOR: 'creador',
    CREATOR_ID: 'id del creador',
    CREATED: 'creada|creado|fecha de creacion',
    UPDATED: 'actualizada|actualizado',
    RESOLVED: 'resuelta|resuelto|fecha de resolucion',
    DESCRIPTION: 'descripcion',
    COMPONENT: 'componentes|componente',
    SPRINT: 'sprint',
    PARENT: 'principal',
    PARENT_KEY: 'clave principal',
    EPIC_LINK: 'enlace de la epica|enlace de epica',
    POINTS: 'puntos de historia|story points',
    FLAGGED: 'marcada|marcado',
    TEAM: 'equipo',
    RANK: 'clasificacion|rango',
    COMMENT: 'comentario|comentarios',
  },
};

const KNOWN = new Map<string, { field: CsvField; language: HeaderLanguage }>();
for (const language of HEADER_LANGUAGES)
  for (const field of CSV_FIELDS)
    for (const name of HEADERS[language][field]?.split('|') ?? [])
      if (!KNOWN.has(name)) KNOWN.set(name, { field, language });

/** Fields of Jira Software, which stand as custom fields in every language, mostly under their English names. */
const CUSTOM = new Set<CsvField>(['EPIC_LINK', 'POINTS', 'FLAGGED', 'TEAM', 'RANK', 'SPRINT']);

const CUSTOM_HEADERS: readonly [RegExp, HeaderLanguage][] = [
  [/^custom field \((.*)\)$/, 'English'],
  [/^champs? personnalises? \((.*)\)$/, 'French'],
  [/^campo personalizado \((.*)\)$/, 'Spanish'],
];

const LINK_HEADERS: readonly [RegExp, CsvField, HeaderLanguage][] = [
  [/^inward (?:issue|work item) link \((.*)\)$/, 'LINK_IN', 'English'],
  [/^outward (?:issue|work item) link \((.*)\)$/, 'LINK_OUT', 'English'],
  [/^lien .*\b(?:entrante?|interne)s? \((.*)\)$/, 'LINK_IN', 'French'],
  [/^lien .*\b(?:sortante?|externe)s? \((.*)\)$/, 'LINK_OUT', 'French'],
  [/^enlace .*\b(?:interna|entrante) \((.*)\)$/, 'LINK_IN', 'Spanish'],
  [/^enlace .*\b(?:saliente|externa) \((.*)\)$/, 'LINK_OUT', 'Spanish'],
];

/** What the columns are, by position: several of one name are several values, or several fields, of which the first is taken. */
export function csvColumns(headers: readonly string[], chosen: ReadonlyMap<string, CsvField | null>): CsvColumn[] {
  return headers.map((raw) => {
    const header = raw.trim();
    const own = chosen.get(header);
    const found = columnOf(header);
    return own === undefined ? found : { ...found, field: own, linkType: isLink(own) ? linkTypeOf(header) : '' };
  });
}

function isLink(field: CsvField | null): boolean {
  return field === 'LINK_IN' || field === 'LINK_OUT';
}

/** Jira names it in brackets, whatever the language before them. */
function linkTypeOf(header: string): string {
  return /\(.+\)/s.test(header) ? insideBrackets(header) : header;
}

function columnOf(header: string): CsvColumn {
  const name = plainHeader(header);
  const link = LINK_HEADERS.find(([shape]) => shape.test(name));
  if (link !== undefined) return { header, field: link[1], linkType: insideBrackets(header), language: link[2] };
  const custom = CUSTOM_HEADERS.find(([shape]) => shape.test(name));
  if (custom !== undefined) {
    const field = KNOWN.get(plainHeader(insideBrackets(header)))?.field;
    const isOurs = field !== undefined && CUSTOM.has(field);
    return { header, field: isOurs ? field : null, linkType: '', language: custom[1] };
  }
  const known = KNOWN.get(name);
  return { header, field: known?.field ?? null, linkType: '', language: known?.language ?? null };
}

/** From the first bracket to the last: names have brackets of their own. */
function insideBrackets(header: string): string {
  return header.slice(header.indexOf('(') + 1, header.lastIndexOf(')')).trim();
}

function plainHeader(header: string): string {
  return header
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** In which language most of the headers are. */
export function languageOf(columns: readonly CsvColumn[]): HeaderLanguage {
  const count = (language: HeaderLanguage): number => columns.filter((column) => column.language === language).length;
  return HEADER_LANGUAGES.toSorted((one, other) => count(other) - count(one))[0] ?? 'English';
}
