import { safetyPlanSections } from '../../../shared/entities/safety.ts';
import { sectionWords } from '../safety/plan-words.ts';

/** Fields a person knows, by table and path, in the order they are shown. What is not listed here is bookkeeping and stays out of sight. */
const words: Record<string, Record<string, string>> = {
  parts: {
    name: 'Name',
    story: 'Story',
    status: 'Status',
    attributes: 'Details',
    'attributes.role': 'Role',
    'attributes.emoji': 'Emoji',
    'attributes.hue': 'Colour',
    'attributes.age': 'Age',
    'attributes.feelings': 'Feelings',
    'attributes.beliefs': 'Beliefs',
    'attributes.bodySense': 'Body sense',
    'attributes.triggers': 'Triggers',
    'attributes.needs': 'Needs',
    'attributes.fears': 'Fears',
  },
  partEvidence: { quote: 'Your words', kind: 'Kind of evidence', partId: 'Evidence of' },
  partRelationships: {
    fromPartId: 'From',
    toPartId: 'To',
    relationshipType: 'Kind of relationship',
    polarizationLevel: 'How strongly they pull',
    notes: 'Notes',
  },
  partAssessments: { partId: 'About', 'content.judgement': 'Judgement', 'content.note': 'Note' },
  proposals: { name: 'Name', state: 'Suggestion', quote: 'Your words' },
  safetyPlans: Object.fromEntries(safetyPlanSections.map((section) => [`content.${section}`, sectionWords[section].label])),
  safetyContacts: { name: 'Name', phone: 'Number', notes: 'Notes' },
  sessions: { title: 'Title', status: 'Session', 'metadata.mode': 'What it is for' },
  notes: { title: 'Title', content: 'Text', partId: 'About' },
  users: {
    'settings.theme': 'Theme',
    'settings.idleMinutes': 'Quiet minutes before a session ends',
    'settings.online': 'Connections',
    'settings.provider.kind': 'Who answers',
    'settings.provider.model': 'Model',
    'settings.provider.baseUrl': 'Address on this computer',
  },
};

const rowWords: Record<string, string> = {
  parts: 'The part itself',
  partEvidence: 'Its evidence',
  partRelationships: 'A relationship',
  partAssessments: 'A judgement',
  proposals: 'A suggestion',
  safetyPlans: 'Your plan for hard moments',
  safetyContacts: 'Somebody you can turn to',
  safetyFlags: 'A hard moment',
  messages: 'A message',
  sessions: 'A session',
  notes: 'A note',
  users: 'The settings',
};

/** A list's place in a path is not part of the field's name. */
export const fieldPath = (path: string): string => path.replace(/\.(?:\d+|-)$/u, '');

/** What a person calls a field; null when it is bookkeeping. */
export const fieldWords = (table: string, path: string | null): string | null =>
  path === null ? null : (words[table]?.[fieldPath(path)] ?? null);

/** The fields of a table in the order they are shown. */
export const fieldOrder = (table: string): string[] => Object.keys(words[table] ?? {});

/** What stood in the way of an undo, each once. A row as a whole is not named beside a field of it. */
export function obstaclesWords(fields: readonly string[]): string[] {
  const told = fields.filter((field) => !fields.some((other) => other.startsWith(`${field}.`)));
  return [...new Set(told.map(obstacleWords))];
}

/** `parts.name` or `partEvidence` in words. */
function obstacleWords(field: string): string {
  const [table = '', ...path] = field.split('.');
  const row = rowWords[table] ?? 'Something else';
  if (path[0] === 'partId') return `${row}: which part it belongs to`;
  const name = path.length === 0 ? null : fieldWords(table, path.join('.'));
  return name === null ? row : `${row}: ${name.toLowerCase()}`;
}
