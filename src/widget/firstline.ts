// The file that a page loads: defines the element, once.
import { FirstlineDeflector } from './deflector.ts';

if (!customElements.get('firstline-deflector'))
  customElements.define('firstline-deflector', FirstlineDeflector);
