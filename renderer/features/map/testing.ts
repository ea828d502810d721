import type { MapPart } from '../../../shared/contracts/map.ts';
import type { Relationship } from '../../../shared/entities/relationship.ts';
import { PartId, RelationshipId } from '../../../shared/ids.ts';
import type { Palette } from './picture/colours.ts';

const id = (kind: number, at: number): string => `01936b5e-8f00-7000-8${String(kind).padStart(3, '0')}-${String(at).padStart(12, '0')}`;

export const partId = (at: number): PartId => PartId.parse(id(0, at));

export const aPart = (at: number, change: Partial<MapPart> = {}): MapPart => ({
  ...{ id: partId(at), name: `Part ${at}`, role: 'manager', status: 'acknowledged', emoji: null, hue: null, confidence: 0.5 },
  ...change,
});

export const between = (at: number, from: number, to: number, change: Partial<Relationship> = {}): Relationship => ({
  ...{ id: RelationshipId.parse(id(1, at)), fromPartId: partId(from), toPartId: partId(to), type: 'allied', level: 0 },
  ...{ notes: '', createdAt: at, updatedAt: at },
  ...change,
});

const role = { strong: '#3c5672', soft: '#e3ebf3' };

/** Colours of their own, so that a test sees which one was taken. */
export const palette: Palette = {
  ...{ paper: '#faf7f2', ink: '#2b2622', muted: '#675e55', edge: '#8b8073', pine: '#2f5d50', alert: '#94321f', found: '#f5e3a9' },
  roles: { manager: role, firefighter: role, exile: role, unknown: role },
  ofHue: (hue) => `#0000${hue.toString(16).padStart(2, '0').slice(-2)}`,
};
