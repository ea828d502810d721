import { z } from 'zod';

declare global {
  /** Read by the style helper of Radix dialogs, so that the style it adds carries the page's nonce. */
  var __webpack_nonce__: string | undefined;
}

// The policy of this page forbids code from strings; zod would probe for it once and be reported.
z.config({ jitless: true });

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) globalThis.__webpack_nonce__ = nonce;
