import { BookHeart, Phone, UsersRound, Wind, type LucideIcon } from 'lucide-react';
import type { Support } from './support-words.ts';

export const supportPictures: Record<Support, LucideIcon> = { plan: BookHeart, grounding: Wind, people: UsersRound, helplines: Phone };
