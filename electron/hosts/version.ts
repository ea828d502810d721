import packageDescription from '../../package.json' with { type: 'json' };

/** The version of the application, as its package says. */
export const applicationVersion: string = packageDescription.version;
