import type { TakeoverReason } from '../../../shared/entities/session.ts';

/** What the guide says first when it answers in place of a model: one plain sentence that says why. */
export const takeoverSentences: Record<TakeoverReason, string> = {
  offline: 'There is no network just now, so the built-in guide answers.',
  unreachable: 'The model can’t be reached just now, so the built-in guide answers.',
  no_key: 'There is no key for the model yet, so the built-in guide answers.',
  key_refused: 'The key for the model was not accepted, so the built-in guide answers. You can put in another one in Settings.',
  refused: 'The model did not take this message, so the built-in guide answers.',
  busy: 'The model is too busy just now, so the built-in guide answers.',
  cut_off: 'The line to the model was cut, so the built-in guide answers.',
  timed_out: 'The model took too long, so the built-in guide answers.',
  failed: 'Something went wrong at the model’s end, so the built-in guide answers.',
  private: 'This is something you keep private, so nothing was sent and the built-in guide answers.',
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
