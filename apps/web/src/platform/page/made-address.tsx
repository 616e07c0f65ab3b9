import { Button } from '@chapterhouse/ui/button';
import { TextField } from '@chapterhouse/ui/text-field';
import { Copy } from 'lucide-react';
import { copyText } from './copy-text';
import './made-address.css';

export type MadeAddressProps = { address: string; hint: string };

/** An address with its secret, shown this once and ready to be copied. */
export function MadeAddress({ address, hint }: MadeAddressProps) {
  const copy = () =>
    void copyText(address, { title: 'The address is copied.' }, 'Select the address and copy it by hand.');
  return (
    <div className="made-address">
      <TextField label="Address" readOnly hint={hint} value={address} onFocus={(event) => event.target.select()} />
      <Button icon={<Copy aria-hidden />} onClick={copy}>
        Copy
      </Button>
    </div>
  );
}
