import { z } from 'zod';
import { PageRequest, page } from '../entities/common.ts';
import { Part } from '../entities/part.ts';
import { PartId } from '../ids.ts';
import { route } from './route.ts';

export const partsContract = {
  /** Most recently changed first. */
  'parts.list': route('person', z.strictObject({ ...PageRequest }), page(Part)),
  'parts.get': route('person', z.strictObject({ partId: PartId }), Part),
};
