import { z } from 'zod';
import { isStorableText } from './common.ts';
import { TakeoverReason } from './session.ts';

/** Who answers besides the built-in guide: a hosted model, or one on this computer. Both speak the same Messages API. */
export const modelKinds = ['anthropic', 'local'] as const;
export const ModelKind = z.enum(modelKinds);
export type ModelKind = z.infer<typeof ModelKind>;

/** A model's own identifier, such as `claude-sonnet-5-5` or `llama3.2:3b`. */
export const ModelName = z
  .string()
  .trim()
  .min(1, 'Please name a model.')
  .max(200, 'The name of a model can have at most 200 characters.')
  .regex(/^[\w.:/@+-]+$/u, 'The name of a model has no spaces or special signs.');

/** What the hosted model is until another one is chosen. */
export const ANTHROPIC_MODEL_DEFAULT = 'claude-sonnet-5-5';

/**
 * The address of a server on this computer and of nothing else. Checked as a text, sign by sign, so that no trick of how addresses are
 * read (user names, look-alike hosts, other spellings of numbers) can point elsewhere.
 */
export const LoopbackAddress = z
  .string()
  .trim()
  .max(200, 'This address is too long.')
  .regex(
    /^https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:\/[\w-]+)*\/?$/u,
    'Only an address on this computer will do, such as http://127.0.0.1:11434.',
  )
  .refine((address) => URL.canParse(address), 'This address has a port that can’t be.');

/** Where the most common local servers listen by themselves. */
export const localServers = [
  { name: 'Ollama', address: 'http://127.0.0.1:11434' },
  { name: 'LM Studio', address: 'http://127.0.0.1:1234' },
  { name: 'llama.cpp', address: 'http://127.0.0.1:8080' },
] as const;

const Anthropic = z.strictObject({ kind: z.literal('anthropic'), model: ModelName });
const Local = z.strictObject({ kind: z.literal('local'), baseUrl: LoopbackAddress, model: ModelName });

/** A model that could answer. */
export const ModelChoice = z.discriminatedUnion('kind', [Anthropic, Local]);
export type ModelChoice = z.infer<typeof ModelChoice>;

/** Who is to answer. */
export const ProviderChoice = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('guide') }), Anthropic, Local]);
export type ProviderChoice = z.infer<typeof ProviderChoice>;

/** A server that is about to be tried, when its model is not chosen yet. */
export const ModelServer = z.discriminatedUnion('kind', [Anthropic.omit({ model: true }), Local.omit({ model: true })]);
export type ModelServer = z.infer<typeof ModelServer>;

/** Which kinds of model the person has seen a whole request for. Nothing is sent to a kind before that. */
export const SentSeen = z.strictObject({ anthropic: z.boolean(), local: z.boolean() });
export type SentSeen = z.infer<typeof SentSeen>;

/** A key as a provider gives it out: one line without spaces. It is written and deleted, never answered. */
export const ProviderKey = z
  .string()
  .trim()
  .min(1, 'Please paste a key.')
  .max(1000, 'This is longer than a key can be.')
  .refine(
    (key) => isStorableText(key) && /^[\u0021-\u007e]+$/u.test(key),
    'A key has only letters, digits and plain signs, and no spaces.',
  );

/** How everything stands that decides where words go. */
export const ProviderState = z.strictObject({
  provider: ProviderChoice,
  online: z.boolean(),
  sentSeen: SentSeen,
  rememberWithModel: z.boolean(),
  /** Whether a key is kept; the key itself is never answered. */
  hasKey: z.strictObject({ anthropic: z.boolean(), local: z.boolean() }),
  /** Who answers the next message, all of that taken together. */
  answering: z.enum(['guide', ...modelKinds]),
});
export type ProviderState = z.infer<typeof ProviderState>;

/** How a try to reach a server went. `message` says it in one sentence a person can act on. */
export const ServerTrial = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('reached'), message: z.string(), models: z.array(z.string()) }),
  z.strictObject({ outcome: z.literal('failed'), message: z.string(), reason: TakeoverReason }),
]);
export type ServerTrial = z.infer<typeof ServerTrial>;

/** Why nothing is sent: the guide answers, something is kept private, or it was written in danger and the machine itself answers. */
export const StaysHere = z.enum(['guide', 'private', 'crisis']);
export type StaysHere = z.infer<typeof StaysHere>;

/** Where words go: to the guide or a model, and why they stay here when they do. */
export const Destination = z.strictObject({ to: z.enum(['guide', ...modelKinds]), staysHere: StaysHere.nullable() });
export type Destination = z.infer<typeof Destination>;

/** The request the next message would make: where it goes and its body, word for word. The key travels in a header beside it. */
export const SentRequest = z.strictObject({
  to: ModelKind,
  address: z.string(),
  body: z.record(z.string(), z.json()),
});
export type SentRequest = z.infer<typeof SentRequest>;
