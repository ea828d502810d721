/** What stands above the field, and whether the browser should look again because its cookie was withheld once. */
export type SignInPage = { message: string; lookAgain: boolean };

export const signInPolicy = (nonce: string): string =>
  `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/**
 * The page of everyone who is not signed in. After signing in, the redirect to `/` still counts as the launcher page's navigation, so
 * the browser withholds the new SameSite=Strict cookie from it; looking again, now from this page itself, brings the cookie along.
 */
export const signInPage = ({ message, lookAgain }: SignInPage, nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${lookAgain ? '<meta http-equiv="refresh" content="0; url=/">' : ''}
<title>Trailhead</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { font: 1.0625rem/1.6 system-ui, sans-serif; max-width: 26rem; margin: 18vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.375rem; font-weight: 600; }
input, button { font: inherit; padding: 0.5rem 0.75rem; border-radius: 0.5rem; border: 1px solid GrayText; }
input { letter-spacing: 0.15em; text-transform: uppercase; width: 10em; }
</style>
</head>
<body>
<main>
<h1>Trailhead</h1>
${lookAgain ? '<p>Opening your journal.</p>' : signInForm(message)}
</main>
</body>
</html>
`;

const signInForm = (message: string): string => `<p role="status">${message}</p>
<form method="post" action="/session">
<p><label for="code">Code</label><br>
<input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="20" autofocus>
<button>Open</button></p>
</form>`;
