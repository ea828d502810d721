import { createLayout, type LayoutRequest } from './force-layout.ts';

/** How often a layout under way is shown, in milliseconds. */
const SHOWN_EVERY_MS = 120;

/** Lays one map out, away from the page, so that the page stays free. A worker is for one layout: whoever wants another ends it. */
addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  const layout = createLayout(data);
  let shownAt = performance.now();
  while (layout.step()) {
    if (performance.now() - shownAt < SHOWN_EVERY_MS) continue;
    send();
    shownAt = performance.now();
  }
  send();

  function send(): void {
    const progress = layout.progress();
    postMessage(progress, { transfer: [progress.positions.buffer] });
  }
});
