import { NavLink, useSearchParams } from 'react-router';
import { PRODUCT_PARAMETER } from '../use-product';
import './dependency-tabs.css';

/** The two screens of dependencies: what was asked and answered, and all of it over time. */
export function DependencyTabs() {
  const [params] = useSearchParams();
  const product = params.get(PRODUCT_PARAMETER);
  const search = product === null ? '' : `?${new URLSearchParams({ [PRODUCT_PARAMETER]: product })}`;
  return (
    <nav className="dependency-tabs" aria-label="Dependencies">
      <NavLink to={`/dependencies${search}`} end>
        List
      </NavLink>
      <NavLink to={`/dependencies/map${search}`}>Map</NavLink>
    </nav>
  );
}
