import { type FuseV1Config, FuseV1Options, FuseVersion } from '@electron/fuses';

/** Every switch there is in Electron's program, each with its reason. A new one that is not named here stops packaging. */
export const fuses: FuseV1Config = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  // The installed program is Trailhead and not a Node anybody can start something else with.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // Nothing is kept in cookies; if anything ever were, it would be encrypted.
  [FuseV1Options.EnableCookieEncryption]: true,
  // Only the code that was packaged runs, and only as it was packaged.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // The main process has no snapshot of its own.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, so files need no rights.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's default: faster bounds checks, no change in what is allowed.
  [FuseV1Options.WasmTrapHandlers]: true,
};
