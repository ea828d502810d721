import { describe, expect, it } from 'vitest';
import { closedPolicy, contentSecurityPolicy } from './security-headers.ts';

const directives = (policy: string): Map<string, string[]> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources];
    }),
  );

describe('what a page may load', () => {
  const policy = directives(contentSecurityPolicy('abc'));

  it('is its own files, its own nonce, and pictures it made itself', () => {
    const allowed = new Set([...policy.values()].flat());
    expect(allowed).toEqual(new Set(["'none'", "'self'", "'nonce-abc'", 'data:', 'blob:']));
    for (const [name, sources] of policy) if (name !== 'img-src') expect(sources).not.toContain('blob:');
  });

  it('of workers is the application’s own files alone: none made from text, and none by the page’s nonce', () => {
    expect(policy.get('worker-src')).toEqual(["'self'"]);
  });

  it('is nothing where nothing is named', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });
});

it('a file that is no page, such as a worker, may load nothing further', () => {
  expect(directives(closedPolicy).get('default-src')).toEqual(["'none'"]);
});
