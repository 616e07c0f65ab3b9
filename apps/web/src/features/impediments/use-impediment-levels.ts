import { useQuery } from '@apollo/client/react';
import { IMPEDIMENT_LEVELS } from './impediments.operations';

export type ImpedimentLevels = {
  levels: { level: number; name: string; clockWorkingHours: number }[];
  nameOf: (level: number) => string;
};

/** The organization's own names of the levels, lowest first. */
export function useImpedimentLevels(): ImpedimentLevels {
  const { data } = useQuery(IMPEDIMENT_LEVELS);
  const levels = data?.organization.impedimentLevels ?? [];
  return {
    levels,
    nameOf: (level) => levels.find((one) => one.level === level)?.name ?? `Level ${level}`,
  };
}
