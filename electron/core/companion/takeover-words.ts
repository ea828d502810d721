import type { TakeoverReason } from '../../../shared/entities/session.ts';
import { type Line, lines } from './guide/words/line.ts';

/**
 * What the guide says first when it answers in place of a model: one plain sentence that says why. Like all of its sentences none comes twice in
 * thirty replies; once all for a reason were said, the guide just answers.
 */
export const takeoverSentences: Record<TakeoverReason, readonly Line[]> = {
  offline: lines(
    'takeover.offline',
    'There is no network just now, so the built-in guide answers.',
    'The network is still away, so this comes from the built-in guide.',
  ),
  unreachable: lines(
    'takeover.unreachable',
    'The model can’t be reached just now, so the built-in guide answers.',
    'There is still no way to the model, so the built-in guide goes on.',
  ),
  no_key: lines('takeover.no_key', 'There is no key for the model yet, so the built-in guide answers.'),
  key_refused: lines(
    'takeover.key_refused',
    'The key for the model was not accepted, so the built-in guide answers. You can put in another one in Settings.',
    'The key is still not accepted, so the built-in guide goes on.',
  ),
  refused: lines(
    'takeover.refused',
    'The model did not take this message, so the built-in guide answers.',
    'This one the model did not take either, so the built-in guide goes on.',
  ),
  busy: lines(
    'takeover.busy',
    'The model is too busy just now, so the built-in guide answers.',
    'The model is still too busy, so the built-in guide goes on.',
  ),
  cut_off: lines(
    'takeover.cut_off',
    'The line to the model was cut, so the built-in guide answers.',
    'The line was cut once more, so the built-in guide goes on.',
  ),
  timed_out: lines(
    'takeover.timed_out',
    'The model took too long, so the built-in guide answers.',
    'Again the model took too long, so the built-in guide goes on.',
  ),
  failed: lines(
    'takeover.failed',
    'At the model’s end something went wrong, so the built-in guide answers.',
    'It went wrong again at the model’s end, so the built-in guide goes on.',
  ),
  private: lines('takeover.private', 'This is something you keep private, so nothing was sent and the built-in guide answers.'),
};

/** How a try to reach a server went wrong, with what to do about it. */
export const trialSentences: Record<'anthropic' | 'local', Record<TakeoverReason, string>> = {
  anthropic: {
    offline: 'There is no network just now. Everything else here goes on working without it.',
    unreachable: 'Anthropic can’t be reached just now. Please check the network and try again.',
    no_key: 'There is no key yet. Paste one above, keep it, and try again.',
    key_refused: 'Anthropic did not accept the key. Please check that it was pasted whole and is still valid.',
    refused: 'Anthropic answers, and does not take this request. Please try again later.',
    busy: 'Anthropic is too busy just now, or the key has reached its limit. Please try again later.',
    cut_off: 'The line was cut while Anthropic answered. Please try again.',
    timed_out: 'Anthropic took too long to answer. Please try again.',
    failed: 'Something went wrong at Anthropic’s end. Please try again later.',
    private: 'Nothing was sent.',
  },
  local: {
    offline: 'Nothing answers at this address. Is the server running on this computer?',
    unreachable: 'Nothing answers at this address. Start Ollama, LM Studio or llama.cpp and try again.',
    no_key: 'This server asks for a key, and none is kept.',
    key_refused: 'This server asks for a key, and does not accept the one that is kept, if there is one.',
    refused:
      'Something answers at this address, but it does not speak the Messages API. Newer versions of Ollama, LM Studio and llama.cpp do.',
    busy: 'The server is busy just now. Please try again in a moment.',
    cut_off: 'The server ended the line while it answered. Its own window may say why.',
    timed_out: 'The server took too long to answer. Its model may still be loading.',
    failed: 'The server has a problem of its own. Its own window may say why.',
    private: 'Nothing was sent.',
  },
};

/** While the switch over everything is off. */
export const switchedOff = 'Connections are turned off. Turn them on first; until then nothing is reached.';
