/** The first words of every command: with one of these an installed Trailhead is a command line instead of a window. */
export const commandNames = [
  'profile',
  'say',
  'proposals',
  'accept',
  'parts',
  'part',
  'sessions',
  'session',
  'detect',
  'db',
  'export',
] as const;
