import type { MapPart } from '../../../shared/contracts/map.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { counted } from '../../components/dates.ts';
import { roleWords } from '../../components/role-words.ts';
import { statusWords } from '../../components/status-words.ts';
import { confidenceWords } from '../parts/part-words.ts';
import { relationshipFrom } from '../parts/relationship-words.ts';
import type { Detail, VisibleMap } from './visible-map.ts';

/** The stops of the dial. */
export const detailWords: Record<Detail, string> = {
  simple: 'The clearest',
  clear: 'Clear ones',
  most: 'Most',
  all: 'All',
};

/** A part as it is read out when it is chosen in the picture. */
export const partSentence = ({ name, role, status, confidence }: MapPart, relationships: number): string =>
  `${name}. ${roleWords[role].name}, ${statusWords[status].toLowerCase()}. ${confidenceWords(confidence)}. ` +
  `${relationships === 0 ? 'No relationships shown' : counted(relationships, 'relationship', 'relationships')}.`;

/** A relationship as a sentence: "The Planner protects The Small One". */
export function relationshipSentence(relationship: Relationship, nameOf: (id: MapPart['id']) => string): string {
  const { words, otherId } = relationshipFrom(relationship, relationship.fromPartId);
  const verb = relationship.type === 'protector-exile' ? words.toLowerCase() : `is ${words.toLowerCase()}`;
  return `${nameOf(relationship.fromPartId)} ${verb} ${nameOf(otherId)}`;
}

const share = (shown: number, all: number, one: string, many: string): string =>
  shown === all ? counted(all, one, many) : `${shown} of ${counted(all, one, many)}`;

/** How much of the map is shown. */
export const shownWords = (shown: VisibleMap, all: VisibleMap): string =>
  `${share(shown.parts.length, all.parts.length, 'part', 'parts')}, ` +
  share(shown.relationships.length, all.relationships.length, 'relationship', 'relationships');

/** What the keyboard does in the picture. */
export const pictureKeys =
  'Arrow keys go from part to part, Enter opens the chosen one, F shows it with its neighbours, and Alt with an arrow key moves it. ' +
  'Plus and minus zoom, 0 fits everything in, Shift with an arrow key moves the view, Escape goes back. The table holds the same.';
