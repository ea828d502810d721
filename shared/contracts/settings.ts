import { z } from 'zod';
import { Settings, SettingsUpdate } from '../entities/profile.ts';
import { Nothing, route } from './route.ts';

export const hostKinds = ['electron', 'loopback', 'cli'] as const;
export type HostKind = (typeof hostKinds)[number];

export const settingsContract = {
  'application.info': route('anyone', Nothing, z.strictObject({ version: z.string(), host: z.enum(hostKinds) })),
  'settings.get': route('person', Nothing, Settings),
  'settings.update': route('person', SettingsUpdate, Settings),
};
