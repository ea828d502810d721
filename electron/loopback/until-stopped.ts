const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Resolves at the first of these: Ctrl-C, a request to stop, a closed terminal, or `closed`. */
export const untilStopped = (closed: Promise<void>): Promise<void> => {
  // Pending promises alone keep no process alive, and neither does a listener for signals.
  const alive = setInterval(() => undefined, 2 ** 30);
  return new Promise<void>((resolve) => {
    const stop = (): void => {
      for (const signal of stopSignals) process.off(signal, stop);
      clearInterval(alive);
      resolve();
    };
    for (const signal of stopSignals) process.on(signal, stop);
    void closed.then(stop);
  });
};
