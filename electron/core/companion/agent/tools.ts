import { addEvidence, proposePart, proposeRelationship, recordAssessment, undoAction, updatePart, writeNote } from './change-tools.ts';
import { getMemory, getPart, listRecentActions, searchConversations, searchParts } from './look-tools.ts';
import type { Tool } from './tool.ts';
import type { ToolWork } from './tool-work.ts';

/** Everything the companion can do besides writing. What is not built has no tool. */
export const tools: readonly Tool<ToolWork>[] = [
  searchConversations,
  searchParts,
  getPart,
  listRecentActions,
  getMemory,
  proposePart,
  proposeRelationship,
  addEvidence,
  updatePart,
  recordAssessment,
  writeNote,
  undoAction,
];
