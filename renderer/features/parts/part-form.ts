import type { RouteInput } from '../../../shared/contracts/index.ts';
import { createKept } from '../../client/kept.tsx';
import { type PartAttributes, WrittenAttributes, PartName, PartStory, type Part, type PartRole } from '../../../shared/entities/part.ts';

/** What is known about a part in lists, one thing a line, in the order it is shown. */
export const listFields = ['feelings', 'beliefs', 'bodySense', 'triggers', 'needs', 'fears'] as const;
export type ListField = (typeof listFields)[number];

export const listWords: Record<ListField, { label: string; hint: string }> = {
  feelings: { label: 'Feelings', hint: 'What it feels.' },
  beliefs: { label: 'Beliefs', hint: 'What it takes to be true.' },
  bodySense: { label: 'Body sense', hint: 'Where and how it shows in the body.' },
  triggers: { label: 'Triggers', hint: 'What calls it.' },
  needs: { label: 'Needs', hint: 'What it is longing for.' },
  fears: { label: 'Fears', hint: 'What it is afraid would happen if it stopped.' },
};

/** A part as it is being edited: everything as typed. `hue` is null while it has no colour of its own. */
export type PartForm = { name: string; story: string; role: PartRole; emoji: string; hue: number | null; age: string } & Record<
  ListField,
  string
>;
const partFields = ['name', 'story', 'role', 'emoji', 'hue', 'age', ...listFields] as const;
export type PartField = (typeof partFields)[number];

export const fieldWords: Record<PartField, string> = {
  ...{ name: 'Name', story: 'Story', role: 'Role', emoji: 'Emoji', hue: 'Colour', age: 'Age', feelings: 'Feelings', beliefs: 'Beliefs' },
  ...{ bodySense: 'Body sense', triggers: 'Triggers', needs: 'Needs', fears: 'Fears' },
};

export type PartFormProblems = Partial<Record<keyof PartForm, string>>;

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A part as a form begins with it. */
export function formOf({ name, story, attributes }: Part): PartForm {
  const { role, emoji = '', hue = null, age = '' } = attributes;
  const text = (field: ListField) => (attributes[field] ?? []).join('\n');
  return {
    name,
    story,
    role,
    emoji,
    hue,
    age,
    feelings: text('feelings'),
    beliefs: text('beliefs'),
    bodySense: text('bodySense'),
    triggers: text('triggers'),
    needs: text('needs'),
    fears: text('fears'),
  };
}

function attributesOf(form: PartForm): PartAttributes {
  const [emoji, age] = [form.emoji.trim(), form.age.trim()];
  const lists = listFields.map((field) => [field, linesOf(form[field])] as const).filter(([, lines]) => lines.length > 0);
  return {
    role: form.role,
    ...(emoji && { emoji }),
    ...(form.hue !== null && { hue: form.hue }),
    ...(age && { age }),
    ...Object.fromEntries(lists),
  };
}

/** A part that is being edited: the form as it was when that began, and as it was typed since. */
export type PartDraft = { began: PartForm; form: PartForm };

export const draftOf = (part: Part): PartDraft => ({ began: formOf(part), form: formOf(part) });

/** Not kept yet, and still there when one comes back to the part. Null while it is not being edited. */
export const usePartDraft = createKept<PartDraft | null>(null);

/** What the core has to be told: only what was typed anew. What changed elsewhere meanwhile stays as it is there. */
export function updateOf(part: Part, draft: PartDraft): RouteInput<'parts.update'> {
  const current = formOf(part);
  const began = new Map(Object.entries(draft.began));
  const typed = Object.fromEntries(Object.entries(draft.form).filter(([field, value]) => began.get(field) !== value));
  const form: PartForm = { ...current, ...typed };
  const before = attributesOf(current);
  const attributes = attributesOf(form);
  const name = form.name.trim();
  return {
    partId: part.id,
    ...(name !== part.name && { name }),
    ...(form.story !== part.story && { story: form.story }),
    ...(JSON.stringify(attributes) !== JSON.stringify(before) && { attributes }),
  };
}

/** What was typed here and meanwhile changed elsewhere to something else: keeping the one would take away the other. */
export const clashesOf = (current: PartForm, { began, form }: PartDraft): PartField[] =>
  partFields.filter((field) => form[field] !== began[field] && current[field] !== began[field] && form[field] !== current[field]);

/** The draft with what is there now in place of what was typed. */
export const takeTheirs = (draft: PartDraft, current: PartForm, field: PartField): PartDraft => ({
  ...draft,
  form: { ...draft.form, [field]: current[field] },
});

/** The draft after its person has seen what is there now, and wants what they typed. */
export const keepMine = (draft: PartDraft, current: PartForm, field: PartField): PartDraft => ({
  ...draft,
  began: { ...draft.began, [field]: current[field] },
});

const EXCERPT = 2000;
const BEFORE = 200;

/** Two texts as they can be compared by eye: long ones from a little before they begin to differ, with an ellipsis where something is left out. */
export function differingExcerpts(one: string, other: string): [string, string] {
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const start = Math.max(one.length, other.length) <= EXCERPT ? 0 : Math.max(0, same - BEFORE);
  const cut = (text: string): string =>
    `${start > 0 ? '…' : ''}${text.slice(start, start + EXCERPT).toWellFormed()}${text.length > start + EXCERPT ? '…' : ''}`;
  return [cut(one), cut(other)];
}

/** What can't be kept as it was typed, by field, in words. */
export function problemsOf(form: PartForm): PartFormProblems {
  const name = PartName.safeParse(form.name);
  const story = PartStory.safeParse(form.story);
  const attributes = WrittenAttributes.safeParse(attributesOf(form));
  const lists = new Set(attributes.success ? [] : attributes.error.issues.map(({ path }) => path[0]));
  return {
    ...(!name.success && { name: name.error.issues[0]?.message ?? 'Please give it a name.' }),
    ...(!story.success && { story: story.error.issues[0]?.message ?? 'This story can’t be kept as it is.' }),
    ...(lists.has('emoji') && { emoji: 'Please choose one sign.' }),
    ...(lists.has('age') && { age: 'Please use at most 100 characters.' }),
    ...Object.fromEntries(
      listFields.filter((field) => lists.has(field)).map((field) => [field, 'Please use at most 50 lines of up to 500 characters.']),
    ),
  };
}
