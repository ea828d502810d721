import { BookOpen, BrainCircuit, History, MessageCircle, NotebookPen, Settings, UsersRound, Waypoints, type LucideIcon } from 'lucide-react';
import { places } from './places.ts';

export type NavigationEntry = { label: string; place: string; picture: LucideIcon };

/** What the sidebar and the palette offer, in this order. A new page is one line here and one in `routes.tsx`. */
export const navigation: readonly NavigationEntry[] = [
  { label: 'Chat', place: places.chat, picture: MessageCircle },
  { label: 'Sessions', place: places.sessions, picture: BookOpen },
  { label: 'Parts', place: places.parts, picture: UsersRound },
  { label: 'Notes', place: places.notes, picture: NotebookPen },
  { label: 'Map', place: places.map, picture: Waypoints },
  { label: 'Memory', place: places.memory, picture: BrainCircuit },
  { label: 'Activity', place: places.activity, picture: History },
  { label: 'Settings', place: places.settings, picture: Settings },
];
