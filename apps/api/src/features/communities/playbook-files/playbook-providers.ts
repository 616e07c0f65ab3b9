import { ArtifactFilesRoutes } from './artifact-files.routes.js';
import { ImportPlaybook } from './import-playbook.js';
import { KeptDocuments } from './kept-documents.js';
import { PlaybookExport } from './playbook-export.js';
import { PlaybookImages } from './playbook-images.js';
import { PlaybookSourcesRepository } from './playbook-sources.repository.js';
import { UpdatePlaybook } from './update-playbook.js';
import { VersionFilesRead } from './version-files.read.js';

/** Playbooks in and out, for the module. */
export const PLAYBOOK_FILES = [
  ArtifactFilesRoutes,
  ImportPlaybook,
  KeptDocuments,
  PlaybookExport,
  PlaybookImages,
  PlaybookSourcesRepository,
  UpdatePlaybook,
  VersionFilesRead,
];
