import { useEffect, useState } from 'react';
import { breath, type BreathPhase } from './grounding-words.ts';

const secondsOfBreath = breath.reduce((sum, { seconds }) => sum + seconds, 0);

/** Where a breath is after so many seconds, and how many seconds of its phase are left. */
export function breathAfter(seconds: number): { phase: BreathPhase; left: number; breaths: number } {
  let into = seconds % secondsOfBreath;
  const breaths = Math.floor(seconds / secondsOfBreath);
  for (const phase of breath) {
    if (into < phase.seconds) return { phase, left: phase.seconds - into, breaths };
    into -= phase.seconds;
  }
  return { phase: breath[0], left: breath[0].seconds, breaths };
}

/** Counts the seconds of a breathing exercise while it runs. */
export function useBreathing() {
  const [seconds, setSeconds] = useState<number | null>(null);
  const running = seconds !== null;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setSeconds((passed) => (passed === null ? null : passed + 1)), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return { now: seconds === null ? null : breathAfter(seconds), toggle: () => setSeconds(running ? null : 0) };
}
