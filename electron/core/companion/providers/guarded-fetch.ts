/** The headers a request may have. A library adds some about this computer and its versions, and the environment may add others: none leave. */
const allowedHeaders = new Set(['accept', 'content-type', 'authorization', 'x-api-key', 'anthropic-version']);

export type GuardedFetch = typeof fetch;

/**
 * A `fetch` that reaches one origin and no other, says nothing about this computer, and follows no redirection: a server must not be able to
 * send words on to another one.
 * @param onBytes called when an answer begins, with its status and 0, and whenever some of it arrives, with how many bytes; what it throws ends the
 * answer there.
 */
export function guardedFetch(inner: typeof fetch, origin: string, onBytes: (status: number, bytes: number) => void): GuardedFetch {
  return async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (address.origin !== origin) throw new TypeError('This address is not the one that was chosen.');
    const headers = new Headers();
    for (const [name, value] of new Headers(init?.headers)) if (allowedHeaders.has(name)) headers.set(name, value);
    headers.set('user-agent', 'Trailhead');
    const response = await inner(address, { ...init, headers, redirect: 'error' });
    const { status, statusText } = response;
    onBytes(status, 0);
    if (!response.body) return response;
    const watched = watchedStream(response.body, (bytes) => onBytes(status, bytes));
    return new Response(watched, { status, statusText, headers: response.headers });
  };
}

/** The same bytes, telling when some come. By hand, because a TransformStream costs several times as much for every piece. */
function watchedStream(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: number) => void,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      try {
        onBytes(value?.byteLength ?? 0);
      } catch (error) {
        await reader.cancel();
        throw error;
      }
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
