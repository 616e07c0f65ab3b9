import { useSearchParams } from 'react-router';
import { PlanningTabs } from '../planning-page/planning-tabs';
import { PRODUCT_PARAMETER } from '../use-product';

/** The two screens of dependencies: what was asked and answered, and all of it over time. */
export function DependencyTabs() {
  const [params] = useSearchParams();
  const product = params.get(PRODUCT_PARAMETER);
  const search = product === null ? '' : `?${new URLSearchParams({ [PRODUCT_PARAMETER]: product })}`;
  return (
    <PlanningTabs
      label="Dependencies"
      tabs={[
        { to: `/dependencies${search}`, label: 'List' },
        { to: `/dependencies/map${search}`, label: 'Map' },
      ]}
    />
  );
}
