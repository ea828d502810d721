import { safetyPlanSections } from '../../shared/entities/safety.ts';
import type { Core } from '../core/create-core.ts';
import { ask } from './ask.ts';
import { inert, inertLine } from './inert.ts';

/** What can help in a hard moment, for a terminal: numbers of the person's country, their people, and their own plan. */
export async function helpInWords(core: Core): Promise<string> {
  const { country } = await ask(core, 'settings.get', {});
  const { found } = await ask(core, 'safety.helplines', { country });
  const contacts = await ask(core, 'safety.contacts', {});
  const plan = await ask(core, 'safety.plan', {});
  const lines = [
    'Help',
    `If you are in danger right now, call ${found.emergency.join(' or ')}${found.country === null ? ', whichever holds where you are' : ''}.`,
    ...found.lines.filter(({ kind }) => kind === 'crisis').map(({ name, phone, web }) => `${name}: ${[...phone, web].join(', ')}`),
    `Numbers change. These were compared on ${found.checkedOn}; today’s are at ${found.official}.`,
    ...contacts.map(({ name, phone }) => inertLine(phone === '' ? name : `${name}: ${phone}`)),
    ...safetyPlanSections.flatMap((section) => (plan?.[section].trim() ? [inert(plan[section].trim())] : [])),
    'When you are all right again, say so with: trailhead all-right',
  ];
  return `\n${lines.join('\n')}\n`;
}
