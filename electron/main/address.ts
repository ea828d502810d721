/** The scheme of the application's own pages, so that they share an origin with nothing else. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'trailhead';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;
/** The one document there is; its screens are told apart after the `#`. */
export const APP_PAGE = `${APP_ORIGIN}/`;

/** Is this an address of the application itself? Compared by its parts: a prefix would also fit `app://trailhead.example`. */
export const isOwnAddress = (address: string): boolean => {
  const url = URL.parse(address);
  // The port and user of an address that is not the usual kind would be part of `host`.
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '';
};

/** Is this the document itself, as when the page reloads? */
export const isOwnPage = (address: string): boolean =>
  isOwnAddress(address) && ['/', '/index.html'].includes(URL.parse(address)?.pathname ?? '');
