import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './built-product.mjs';

const FEATURES = join(ROOT, 'apps/web/src/features');

/** The web's own board query, as its client sends it. */
export function boardDocument() {
  return [
    withTypeNames(operation('impediments/live-board/live-board.operations.ts', 'query ImpedimentBoard')),
    cardFragment(),
  ].join('\n');
}

/** The same with a field that is not declared to be shared, and null on a board: the product keeps no answer to it. */
export function executedBoardDocument() {
  return boardDocument().replace('updatedAt', 'updatedAt closedAt');
}

/** The web's own subscription to changes of the board. */
export function changesDocument() {
  return [
    withTypeNames(operation('impediments/live-board/live-board.operations.ts', 'subscription ImpedimentChanges')),
    cardFragment(),
  ].join('\n');
}

/** The web's own search of the decision log. */
export function decisionsDocument() {
  const file = 'decisions/decisions.operations.ts';
  return ['query Decisions(', 'fragment DecisionLine'].map((one) => withTypeNames(operation(file, one))).join('\n');
}

/** The web's own window of the one order. */
export function orderDocument() {
  const file = 'priorities/order/order.operations.ts';
  return ['query ProductOrder(', 'fragment OrderItem'].map((one) => withTypeNames(operation(file, one))).join('\n');
}

/** The web's own move in the order. */
export function moveDocument() {
  const file = 'priorities/order/order.operations.ts';
  return ['mutation MoveInOrder(', 'fragment OrderMoveLine']
    .map((one) => withTypeNames(operation(file, one)))
    .join('\n');
}

/** The web's own subscription to changes of the order. */
export function orderChangedDocument() {
  return withTypeNames(operation('priorities/order/order.operations.ts', 'subscription OrderChanged('));
}

function cardFragment() {
  return withTypeNames(operation('impediments/impediments.operations.ts', 'fragment ImpedimentCard'));
}

/** @param {string} file below the folder of features; @param {string} beginning of the document that is wanted */
function operation(file, beginning) {
  const text = readFileSync(join(FEATURES, file), 'utf8');
  const documents = [...text.matchAll(/graphql\(`([^`]+)`\)/g)].map(([, document = '']) => document.trim());
  const found = documents.find((document) => document.startsWith(beginning));
  if (!found)
    throw new Error(`The web has no "${beginning}" in ${file} any more: correct bench/src/web-documents.mjs.`);
  return found;
}

/** Apollo Client asks every object for its type; the operation itself it does not. */
function withTypeNames(document) {
  const isFragment = document.startsWith('fragment');
  let braces = 0;
  return document.replaceAll('{', () => {
    braces += 1;
    return braces === 1 && !isFragment ? '{' : '{ __typename';
  });
}
