import type { Action, ActorKind, FieldChange } from '../../../shared/entities/action.ts';
import { statusWords } from '../../components/status-words.ts';
import { fieldWords } from './field-words.ts';

/** What is done for good when it is done, and what is itself a way back. */
const final = new Set([
  'start_session',
  'end_session',
  'post_message',
  'edit_message',
  'restart_reply',
  'raise_safety_flag',
  'revise_memory',
  'reword_memory',
  'correct_memory',
  'keep_out_of_memory',
  'restore_memory',
  'take_back_memory',
  'add_memory_rule',
  'create_user',
  'choose_provider',
  'undo',
  'redo',
]);

/** Whether changes of this kind never have a way back of their own. */
export const isFinal = (actionType: string): boolean => final.has(actionType);

/** Who made a change, at the beginning of a sentence. */
export const actorWords: Record<ActorKind, string> = { user: 'You', agent: 'The companion', scheduler: 'Trailhead' };

/** What a part is called, by its identifier; undefined when it is no longer there. */
export type PartNames = ReadonlyMap<string, string>;

/** Every kind of change, as the filter names it. */
export const actionTypeWords = {
  accept_proposal: 'Accepted a suggestion',
  set_proposal_aside: 'Set a suggestion aside',
  propose_part: 'Suggested a part',
  propose_relationship: 'Suggested a relationship',
  create_part: 'Added a part',
  update_part: 'Changed a part',
  set_part_status: 'Moved a part on',
  delete_part: 'Deleted a part',
  merge_parts: 'Merged two parts',
  split_part: 'Split a part',
  add_evidence: 'Added evidence',
  remove_evidence: 'Removed evidence',
  create_relationship: 'Connected two parts',
  update_relationship: 'Changed a relationship',
  delete_relationship: 'Deleted a relationship',
  record_assessment: 'Judged a part',
  delete_assessment: 'Deleted a judgement',
  create_note: 'Kept a note or letter',
  update_note: 'Changed a note',
  delete_note: 'Deleted a note',
  start_session: 'Began a session',
  end_session: 'Ended a session',
  rename_session: 'Named a session',
  set_session_remembered: 'Set what memory is kept',
  post_message: 'Wrote a message',
  edit_message: 'Edited a message',
  restart_reply: 'Asked for a reply again',
  mark_message: 'Marked words of a message',
  set_private: 'Made something private',
  unset_private: 'Made something no longer private',
  raise_safety_flag: 'Showed help',
  clear_safety_flag: 'Ended a hard moment',
  save_safety_plan: 'Changed the plan for hard moments',
  create_safety_contact: 'Added a person to turn to',
  update_safety_contact: 'Changed a person to turn to',
  delete_safety_contact: 'Removed a person to turn to',
  move_safety_contact: 'Moved a person to turn to',
  set_session_mode: 'Changed what a session is for',
  update_settings: 'Changed the settings',
  choose_provider: 'Chose who answers',
  revise_memory: 'Brought memory up to date',
  reword_memory: 'Put something remembered in other words',
  correct_memory: 'Said that something remembered is wrong',
  keep_out_of_memory: 'Took something out of memory for good',
  restore_memory: 'Restored an earlier memory',
  take_back_memory: 'Took back a change of memory',
  add_memory_rule: 'Asked that something is not remembered',
  drop_memory_rule: 'Allowed something to be remembered again',
  create_user: 'Made this profile',
  undo: 'Undid a change',
  redo: 'Redid a change',
} as const;

export type KnownActionType = keyof typeof actionTypeWords;

export const isKnownActionType = (actionType: string): actionType is KnownActionType => actionType in actionTypeWords;

/** A kind of change that may be newer than this list, in words. */
export const briefWords = (actionType: string): string => (isKnownActionType(actionType) ? actionTypeWords[actionType] : 'Made a change');

/** A change as a whole sentence: “You accepted “The Planner” as a part.” */
export const actionSentence = (action: Action, names: PartNames = new Map()): string =>
  `${actorWords[action.actor]} ${actionWords(action, names)}.`;

/** What was done, without who did it and without a full stop. */
export function actionWords(action: Action, names: PartNames = new Map()): string {
  const { actionType, changes } = action;
  if (!isKnownActionType(actionType)) return 'made a change';
  const part = quoted(labelIn(changes, 'parts') ?? names.get(action.entityId)) ?? 'a part';
  const suggestion = quoted(labelIn(changes, 'proposals') ?? labelIn(changes, 'parts')) ?? 'a suggestion';
  const contact = quoted(labelIn(changes, 'safetyContacts')) ?? 'somebody';
  switch (actionType) {
    case 'accept_proposal':
      return changes.some(({ table, field }) => table === 'parts' && field === null)
        ? `accepted ${quoted(cameLabel(changes)) ?? suggestion} as a part`
        : `accepted words that speak for ${suggestion}`;
    case 'set_proposal_aside':
      return changes.some(({ after }) => after === 'later') ? `left ${suggestion} for later` : `said that ${suggestion} is not a part`;
    case 'propose_part':
      return `suggested ${suggestion} as a part`;
    case 'propose_relationship':
      return `suggested how ${suggestion} are related`;
    case 'create_part':
      return `added ${part}`;
    case 'update_part':
      return `changed ${changedFields(changes)} of ${part}`;
    case 'set_part_status':
      return `moved ${part} ${stepWords(changes)}`;
    case 'delete_part':
      return `deleted ${part}`;
    case 'merge_parts':
      return mergeWords(changes, names);
    case 'split_part':
      return `split ${quoted(cameLabel(changes)) ?? 'a part'} off from ${named(action.entityId, names)}`;
    case 'add_evidence':
      return `added words that speak for ${partOf(changes, names)}`;
    case 'remove_evidence':
      return `removed words that spoke for ${partOf(changes, names)}`;
    case 'create_relationship':
      return `connected ${pairWords(changes, names)}`;
    case 'update_relationship':
      return 'changed how two parts relate';
    case 'delete_relationship':
      return `removed the relationship of ${pairWords(changes, names)}`;
    case 'record_assessment':
      return `noted a judgement about ${partOf(changes, names)}`;
    case 'delete_assessment':
      return `deleted a judgement about ${partOf(changes, names)}`;
    case 'create_note':
      return `kept ${quoted(labelIn(changes, 'notes')) ?? 'a note'}`;
    case 'update_note':
      return `changed ${noteWords(changes)}`;
    case 'delete_note':
      return `deleted ${noteWords(changes)}`;
    case 'start_session':
      return 'began a session';
    case 'end_session':
      return 'ended the session';
    case 'rename_session':
      return `named a session ${quoted(titleIn(changes)) ?? 'anew'}`;
    case 'set_session_remembered':
      return changes.some(({ after }) => after === false) ? 'asked that no memory is kept of a session' : 'let memory be kept of a session';
    case 'post_message':
      return 'wrote a message';
    case 'edit_message':
      return 'edited a message';
    case 'restart_reply':
      return 'asked for a reply again';
    case 'mark_message':
      return 'marked words in which a part may be speaking';
    case 'set_private':
      return `made ${privateThing(changes, names)} private`;
    case 'unset_private':
      return `made ${privateThing(changes, names)} no longer private`;
    case 'raise_safety_flag':
      return 'showed what can help in a hard moment';
    case 'clear_safety_flag':
      return 'said that you are all right now';
    case 'save_safety_plan':
      return 'changed your plan for hard moments';
    case 'create_safety_contact':
      return `added ${contact} to the people you can turn to`;
    case 'update_safety_contact':
      return `changed what is noted about ${contact}`;
    case 'delete_safety_contact':
      return `removed ${contact} from the people you can turn to`;
    case 'move_safety_contact':
      return 'put the people you can turn to in another order';
    case 'set_session_mode':
      return 'changed what the session is for';
    case 'update_settings':
      return 'changed the settings';
    case 'choose_provider':
      return 'chose who answers, and whether anything may leave this computer';
    case 'revise_memory':
      // Before each change had a name of its own, the person's stood under this one, too.
      return action.actor === 'user' ? 'changed what is remembered' : 'brought memory up to date';
    case 'reword_memory':
      return 'put something that is remembered in other words';
    case 'correct_memory':
      return 'said that something remembered is wrong';
    case 'keep_out_of_memory':
      return 'took something out of memory for good';
    case 'restore_memory':
      return 'restored an earlier version of memory';
    case 'take_back_memory':
      return 'took back a change of memory';
    case 'add_memory_rule':
      return 'asked that something is not remembered';
    case 'drop_memory_rule':
      return 'allowed something to be remembered again';
    case 'create_user':
      return 'made this profile';
    case 'undo':
      return `undid a change${aboutWords(changes)}`;
    case 'redo':
      return `made a change again${aboutWords(changes)}`;
  }
}

/** The title a session was given. */
function titleIn(changes: readonly FieldChange[]): string | undefined {
  const title = changes.find(({ table, field }) => table === 'sessions' && field === 'title')?.after;
  return typeof title === 'string' ? title : undefined;
}

const privateThing = (changes: readonly FieldChange[], names: PartNames): string =>
  textOf(changes, 'sessionId') === undefined ? partOf(changes, names) : 'a session';

const quoted = (name: string | null | undefined): string | undefined => (name ? `“${name}”` : undefined);

const noteWords = (changes: readonly FieldChange[]): string => {
  const title = quoted(labelIn(changes, 'notes'));
  return title ? `the note ${title}` : 'a note';
};

const labelIn = (changes: readonly FieldChange[], table: string): string | undefined =>
  changes.find((change) => change.table === table && change.label !== null)?.label ?? undefined;

const cameLabel = (changes: readonly FieldChange[]): string | undefined =>
  changes.find(({ table, field, before }) => table === 'parts' && field === null && before === null)?.label ?? undefined;

/** A text inside a whole row that came or went. */
function textOf(changes: readonly FieldChange[], key: string): string | undefined {
  for (const { field, before, after } of changes) {
    const row = after ?? before;
    if (field !== null || typeof row !== 'object' || row === null || Array.isArray(row)) continue;
    const value = row[key];
    if (typeof value === 'string') return value;
  }
  return undefined;
}

const named = (partId: string | undefined, names: PartNames): string => quoted(partId === undefined ? null : names.get(partId)) ?? 'a part';

const partOf = (changes: readonly FieldChange[], names: PartNames): string => named(textOf(changes, 'partId'), names);

function pairWords(changes: readonly FieldChange[], names: PartNames): string {
  const [from, to] = [textOf(changes, 'fromPartId'), textOf(changes, 'toPartId')].map((partId) => quoted(partId && names.get(partId)));
  return from && to ? `${from} and ${to}` : 'two parts';
}

function mergeWords(changes: readonly FieldChange[], names: PartNames): string {
  const gone = changes.find(({ table, field, after }) => table === 'parts' && field === null && after === null);
  const into = changes.find(({ field }) => field === 'partId')?.after;
  return `merged ${quoted(gone?.label) ?? 'a part'} into ${named(typeof into === 'string' ? into : undefined, names)}`;
}

function changedFields(changes: readonly FieldChange[]): string {
  const words = [...new Set(changes.map(({ table, field }) => fieldWords(table, field)).filter((word) => word !== null))].map((word) =>
    word.toLowerCase(),
  );
  return words.length === 0 || words.length > 3 ? 'what is known' : `the ${new Intl.ListFormat('en').format(words)}`;
}

function stepWords(changes: readonly FieldChange[]): string {
  const step = changes.find(({ table, field }) => table === 'parts' && field === 'status');
  const [from, to] = [step?.before, step?.after].map((value) => Object.entries(statusWords).find(([status]) => status === value)?.[1]);
  return from && to ? `from ${from.toLowerCase()} to ${to.toLowerCase()}` : 'one step';
}

function aboutWords(changes: readonly FieldChange[]): string {
  const label = labelIn(changes, 'parts') ?? labelIn(changes, 'proposals');
  return label === undefined ? '' : ` to “${label}”`;
}
