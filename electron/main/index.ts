import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app } from 'electron';
import { readLaunch } from './launch-arguments.ts';

/** The bundle's own folder, `out/main`, inside the archive once packaged. */
const here = fileURLToPath(new URL('.', import.meta.url));
/** What lies beside the archive once packaged, and in the project before. */
const resources = app.isPackaged ? process.resourcesPath : app.getAppPath();
const files = {
  migrationsDir: join(resources, 'migrations'),
  maintenanceWorker: new URL('./maintenance-worker.js', import.meta.url),
};

const launch = readLaunch(process.argv, app.isPackaged);
if (launch.kind === 'command') {
  app.dock?.hide();
  const { trailhead } = await import('../cli/trailhead.ts');
  void trailhead(launch.args, files).then((status) => app.exit(status));
} else {
  const { openApplication, prepareApplication } = await import('./run-application.ts');
  const options = {
    dataDir: launch.dataDir,
    files,
    rendererDir: join(here, '..', 'renderer'),
    preload: join(here, '..', 'preload', 'index.cjs'),
    icon: app.isPackaged ? join(resources, 'icon.png') : join(resources, 'build', 'icon.png'),
  };
  const dataDir = await prepareApplication(options);
  if (dataDir !== undefined) void app.whenReady().then(() => openApplication(dataDir, options));
}
