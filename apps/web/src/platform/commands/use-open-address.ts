import { useLocation, useNavigate } from 'react-router';

const IMPEDIMENT = /^\/impediments\/([A-Z]+-\d+)$/;
/** The board or the list, also with a panel beside it. */
const SCREEN = /^(\/impediments(?:\/list)?)(?:\/[A-Z]+-\d+)?$/;

/** Goes to an address; an impediment opens beside the board or the list that is there, with its filter. */
export function useOpenAddress(): (address: string) => void {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  return (address) => {
    const key = IMPEDIMENT.exec(address)?.[1];
    const screen = SCREEN.exec(pathname)?.[1];
    if (key === undefined) void navigate(address);
    else if (screen !== undefined) void navigate({ pathname: `${screen}/${key}`, search });
    // Closing its panel leads back.
    else void navigate(address, { state: { from: pathname + search } });
  };
}
