import { describe, expect, it } from 'vitest';
import { parseEnvelope, parseEvent, parseJson } from './envelope.ts';

describe('parseEnvelope', () => {
  it('takes values and errors as they are', () => {
    expect(parseEnvelope({ ok: true, value: { a: 1 } })).toEqual({ ok: true, value: { a: 1 } });
    const error = { code: 'TOO_SOON', message: 'Please wait.', id: '1', retryAfterMs: 500 };
    expect(parseEnvelope({ ok: false, error })).toEqual({ ok: false, error });
  });

  it.each([undefined, null, 'ok', 1, {}, { ok: true }, { ok: false }, { ok: false, error: { code: 'NEW', message: '', id: '' } }])(
    'turns %j into an error value',
    (answer) => {
      expect(parseEnvelope(answer)).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    },
  );
});

describe('parseJson', () => {
  it('answers undefined for what is no JSON', () => {
    expect(parseJson('<html>')).toBeUndefined();
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
  });
});

describe('parseEvent', () => {
  it('knows the core’s events and ignores others', () => {
    expect(parseEvent({ type: 'data.changed', entities: ['part'] })).toEqual({ type: 'data.changed', entities: ['part'] });
    expect(parseEvent({ type: 'data.changed', entities: ['weather'] })).toBeNull();
    expect(parseEvent({ type: 'lock.changed', lock: { state: 'locked' } })).not.toBeNull();
    expect(parseEvent(undefined)).toBeNull();
  });
});
