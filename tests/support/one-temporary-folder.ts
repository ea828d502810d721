import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Runs once around all tests: everything they make in the system's temporary folder goes into one folder, which is gone afterwards,
 * however their processes end.
 */
export default function oneTemporaryFolder(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'trailhead-tests-'));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
