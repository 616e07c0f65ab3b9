import { describe, expect, it } from '@jest/globals';
import { csvColumns, type CsvField, languageOf } from './jira-csv-columns.js';

const fieldsOf = (headers: string[], chosen: [string, CsvField | null][] = []): unknown[] =>
  csvColumns(headers, new Map(chosen)).map(({ field, linkType }) => (linkType === '' ? field : [field, linkType]));

describe('columns of Jira', () => {
  it.each([
    ['English', ['Summary', 'Issue key', 'Issue id', 'Parent', 'Parent key', 'Status Category']],
    ['French', ['Résumé', 'Clé de ticket', 'ID de ticket', 'Parent', 'Clé parent', "Catégorie d'état"]],
    [
      'Spanish',
      ['Resumen', 'Clave de incidencia', 'ID de la incidencia', 'Principal', 'Clave principal', 'Categoría de estado'],
    ],
  ])('are known in %s', (language, headers) => {
    expect(fieldsOf(headers)).toEqual(['SUMMARY', 'KEY', 'ID', 'PARENT', 'PARENT_KEY', 'STATUS_CATEGORY']);
    expect(languageOf(csvColumns(headers, new Map()))).toBe(language);
  });

  it('keep the direction of links, whatever the language and the name of the link', () => {
    expect(
      fieldsOf([
        'Inward issue link (Blocks)',
        'Outward issue link (Gantt: start-finish)',
        'Lien de ticket sortant (Blocks)',
        'Enlace a la incidencia interna (Cloners)',
        'Enlace de incidencia saliente (Polaris (work) item)',
      ]),
    ).toEqual([
      ['LINK_IN', 'Blocks'],
      ['LINK_OUT', 'Gantt: start-finish'],
      ['LINK_OUT', 'Blocks'],
      ['LINK_IN', 'Cloners'],
      ['LINK_OUT', 'Polaris (work) item'],
    ]);
  });

  it('know the custom fields that matter, and take no other for them', () => {
    expect(
      fieldsOf([
        'Custom field (Story Points)',
        'Champs personnalisés (Story point estimate)',
        'Campo personalizado (Flagged)',
        'Custom field ( Zurich)',
        'Custom field (Block summary (description))',
        'Custom field (Status)',
        'Custom field (Collaborators)Id',
        'Status Category Changed',
        'Description du projet',
      ]),
    ).toEqual(['POINTS', 'POINTS', 'FLAGGED', null, null, null, null, null, null]);
  });

  it('are what somebody says they are', () => {
    expect(
      fieldsOf(
        ['Equipe', 'Status', 'Ausgehende Verknüpfung (Blocks)', 'Blocker'],
        [
          ['Equipe', 'TEAM'],
          ['Status', null],
          ['Ausgehende Verknüpfung (Blocks)', 'LINK_OUT'],
          ['Blocker', 'LINK_IN'],
        ],
      ),
    ).toEqual(['TEAM', null, ['LINK_OUT', 'Blocks'], ['LINK_IN', 'Blocker']]);
  });
});
