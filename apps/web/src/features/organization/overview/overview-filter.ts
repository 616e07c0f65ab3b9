import type { AnswerFragment } from '../../../generated/graphql';
import type { OverviewArea, OverviewProduct } from './overview-types';

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/**
 * What fits the words: an area by its name or its people, with all of its teams; else the teams that fit.
 * Case and accents aside; every word must be found.
 */
export function filtered(products: readonly OverviewProduct[], text: string): OverviewProduct[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...products];
  const fits = (...texts: string[]) => {
    const all = plain(texts.join(' '));
    return words.every((word) => all.includes(word));
  };
  return products
    .map((product) => ({ ...product, areas: product.areas.flatMap((area) => fittingArea(area, fits)) }))
    .filter((product) => product.areas.length > 0 || fits(product.name, ...names(product.accountabilities)));
}

function fittingArea(area: OverviewArea, fits: (...texts: string[]) => boolean): OverviewArea[] {
  if (fits(area.name, ...names(area.accountabilities))) return [area];
  const teams = area.teams.filter((team) => fits(team.name, ...names(team.accountabilities)));
  return teams.length > 0 ? [{ ...area, teams }] : [];
}

function names(answers: readonly AnswerFragment[]): string[] {
  return answers.flatMap(({ holder, primary }) => [holder?.name ?? 'vacant', primary?.name ?? '']);
}
