import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { IMPEDIMENT_LEVELS } from './impediments.operations';

export type ImpedimentLevels = {
  levels: { level: number; name: string; clockWorkingHours: number }[];
  nameOf: (level: number) => string;
};

/** The organization's own names of the levels, lowest first. */
export function useImpedimentLevels(): ImpedimentLevels {
  const { data } = useQuery(IMPEDIMENT_LEVELS);
  return useMemo(() => {
    const levels = data?.organization.impedimentLevels ?? [];
    const nameOf = (level: number) => levels.find((one) => one.level === level)?.name ?? `Level ${level}`;
    return { levels, nameOf };
  }, [data]);
}
