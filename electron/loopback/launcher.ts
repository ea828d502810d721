import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Launcher = { url: string; remove(): Promise<void> };

/**
 * A page in a folder of this account alone that hands the token over when it is opened. The token travels in the body of a form, so it is in
 * no list of processes, no address and no history.
 */
export const createLauncher = async (origin: string, token: string): Promise<Launcher> => {
  const folder = await mkdtemp(join(tmpdir(), 'trailhead-'));
  const file = join(folder, 'open.html');
  await writeFile(file, launcherPage(origin, token), { mode: 0o600, flag: 'wx' });
  return { url: pathToFileURL(file).href, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
};

const launcherPage = (origin: string, token: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; form-action ${origin}">
<title>Trailhead</title>
</head>
<body>
<form method="post" action="${origin}/session">
<input type="hidden" name="token" value="${token}">
<noscript><button>Open Trailhead</button></noscript>
</form>
<script>document.forms[0].submit();</script>
</body>
</html>
`;
