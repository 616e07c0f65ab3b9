import { ChangeRota } from './change-rota.js';
import { ChangeTurns } from './change-turns.js';
import { FacilitationRotas } from './facilitation-rotas.js';
import { FacilitatorsRead } from './facilitators.read.js';
import { KeepTurns } from './keep-turns.js';
import { RotaPartsResolver } from './rota-parts.resolver.js';
import {
  RotaMemberResolver,
  RotaShareResolver,
  RotaTurnPersonResolver,
  RotaTurnResolver,
} from './rota-people.resolver.js';
import { RotaPlansRead } from './rota-plans.read.js';
import { RotaPolicyFactsRead } from './rota-policy-facts.read.js';
import { RotaTransaction } from './rota-transaction.js';
import { RotaVerification } from './rota-verification.js';
import { RotaWrites } from './rota-writes.js';
import { RotaJobs } from './rota.jobs.js';
import { RotasRepository } from './rotas.repository.js';
import { RotasResolver } from './rotas.resolver.js';
import { RotasService } from './rotas.service.js';

/** Who takes turns, for the module. */
export const ROTAS = [
  ChangeRota,
  ChangeTurns,
  FacilitationRotas,
  FacilitatorsRead,
  KeepTurns,
  RotaJobs,
  RotaMemberResolver,
  RotaPartsResolver,
  RotaPlansRead,
  RotaPolicyFactsRead,
  RotaShareResolver,
  RotaTransaction,
  RotaTurnPersonResolver,
  RotaTurnResolver,
  RotaVerification,
  RotaWrites,
  RotasRepository,
  RotasResolver,
  RotasService,
];
