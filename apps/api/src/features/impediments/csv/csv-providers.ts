import { CsvRead } from './csv.read.js';
import { ImpedimentCsv } from './impediment-csv.js';
import { ImpedimentCsvRoutes } from './impediment-csv.routes.js';

/** All that files of impediments are made of. */
export const CSV = [CsvRead, ImpedimentCsv, ImpedimentCsvRoutes];
