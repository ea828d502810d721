import type { PartRole } from '../../shared/entities/part.ts';

/** How a role is named, and with its article inside a sentence. */
export const roleWords: Record<PartRole, { name: string; inSentence: string }> = {
  manager: { name: 'Manager', inSentence: 'a manager' },
  firefighter: { name: 'Firefighter', inSentence: 'a firefighter' },
  exile: { name: 'Exile', inSentence: 'an exile' },
  unknown: { name: 'Role not clear yet', inSentence: 'a part' },
};
