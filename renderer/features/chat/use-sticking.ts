import { useEffect, useState, type RefObject } from 'react';

const NEAR = 40;
const SETTLING_MS = 600;
/** Pixels above what is read from its beginning. */
const ABOVE = 12;

export type Sticking = {
  attach: (scroller: HTMLElement) => () => void;
  /** Goes to the end again if it stays there: what it holds has another height. */
  hold: () => void;
  /** Goes to the end and stays there. */
  toEnd: () => void;
  /** Stays where it is, also while the rows around find their sizes. */
  letGo: () => void;
  isSticking: () => boolean;
  onAway: (listener: (away: boolean) => void) => void;
};

/**
 * Holds an element at its end while its content grows; scrolling up lets go, coming back to the end holds on again.
 * @param readFrom answers what at the end is to be read from its beginning, if anything is: where that does not fit, its top is held instead.
 */
function createSticking(initially: boolean, readFrom: () => HTMLElement | null): Sticking {
  let sticking = initially;
  let scroller: HTMLElement | null = null;
  let lastTop = 0;
  let freeUntil = 0;
  let settlesUntil = 0;
  let tell: (away: boolean) => void = () => undefined;
  /** Where one is at the end. */
  const endOf = (element: HTMLElement): number => {
    const last = element.scrollHeight - element.clientHeight;
    const start = readFrom();
    if (!start) return last;
    return Math.min(last, element.scrollTop + start.getBoundingClientRect().top - element.getBoundingClientRect().top - ABOVE);
  };
  const goToEnd = () => scroller?.scrollTo({ top: endOf(scroller), behavior: 'instant' });
  const hold = () => {
    if (!sticking || !scroller) return;
    // Whoever has gone on reading is not taken back to the beginning.
    if (performance.now() > settlesUntil && readFrom() && scroller.scrollTop > endOf(scroller)) return;
    goToEnd();
  };
  const set = (next: boolean) => {
    sticking = next;
    tell(!next);
  };
  const onScroll = () => {
    if (!scroller) return;
    const distance = endOf(scroller) - scroller.scrollTop;
    if (distance <= NEAR && performance.now() > freeUntil) set(true);
    else if (scroller.scrollTop < lastTop - 1) set(false);
    lastTop = scroller.scrollTop;
  };
  return {
    attach(element) {
      scroller = element;
      settlesUntil = performance.now() + SETTLING_MS;
      const observer = new ResizeObserver(hold);
      observer.observe(element);
      element.addEventListener('scroll', onScroll, { passive: true });
      return () => {
        observer.disconnect();
        element.removeEventListener('scroll', onScroll);
        scroller = null;
      };
    },
    toEnd() {
      freeUntil = 0;
      settlesUntil = performance.now() + SETTLING_MS;
      set(true);
      goToEnd();
    },
    hold,
    letGo() {
      freeUntil = performance.now() + SETTLING_MS;
      set(false);
    },
    isSticking: () => sticking,
    onAway(listener) {
      tell = listener;
    },
  };
}

/** Keeps a scrolling element at its end as long as the person is there; `away` tells when they are not. `readFrom` must stay the same function. */
export function useSticking(scroller: RefObject<HTMLElement | null>, initially: boolean, readFrom: () => HTMLElement | null) {
  const [sticking] = useState(() => createSticking(initially, readFrom));
  const [away, setAway] = useState(!initially);
  useEffect(() => {
    sticking.onAway(setAway);
    return scroller.current ? sticking.attach(scroller.current) : undefined;
  }, [sticking, scroller]);
  return { sticking, away };
}
