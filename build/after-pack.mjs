// Runs after the files of a target are together and before they are signed.
import { join } from 'node:path';
import { flipFuses } from '@electron/fuses';
import { fuses } from './fuses.ts';
import { inspectPackage } from './inspect-package.ts';

const programOf = ({ electronPlatformName, appOutDir, packager }) => {
  const name = packager.appInfo.productFilename;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${name}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${name}.exe`);
  return join(appOutDir, packager.executableName);
};

const resourcesOf = ({ electronPlatformName, appOutDir, packager }) =>
  electronPlatformName === 'darwin'
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');

const afterPack = async (context) => {
  const problems = inspectPackage(resourcesOf(context));
  if (problems.length > 0) throw new Error(`The package is not what it should be:\n${problems.join('\n')}`);
  await flipFuses(programOf(context), { ...fuses, resetAdHocDarwinSignature: context.electronPlatformName === 'darwin' });
};

export default afterPack;
