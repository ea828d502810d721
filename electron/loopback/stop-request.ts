const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export type StopRequest = {
  /** Resolves at the first Ctrl-C, request to stop or closed terminal. */
  requested: Promise<void>;
  /** Stops waiting; the signals mean again what they usually mean. */
  release(): void;
};

/** Takes the signals that ask a process to end, so that it can end in order. Keeps the process alive until released. */
export const awaitStopRequest = (): StopRequest => {
  const { promise, resolve } = Promise.withResolvers<void>();
  // Neither a pending promise nor a listener for signals keeps a process alive.
  const alive = setInterval(() => undefined, 2 ** 30);
  const stop = (): void => resolve();
  for (const signal of stopSignals) process.on(signal, stop);
  return {
    requested: promise,
    release: () => {
      clearInterval(alive);
      for (const signal of stopSignals) process.off(signal, stop);
    },
  };
};
