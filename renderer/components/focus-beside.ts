/**
 * Moves the focus on from a row that is about to go, so that it does not fall out of the page: to the same button of the next row, or
 * else of the one before, or else to the heading the row stands under.
 * @param button what was pressed, inside of its row.
 */
export function focusBeside(button: HTMLElement): void {
  const row = button.closest('li, tr');
  if (!row) return;
  const place = controlsIn(row).indexOf(button);
  for (const beside of [row.nextElementSibling, row.previousElementSibling]) {
    const controls = beside ? controlsIn(beside) : [];
    const control = controls[place] ?? controls.at(-1);
    if (control) return control.focus();
  }
  focusOn(row.closest('section')?.querySelector<HTMLElement>('h2, h3'));
}

/** Puts the focus on the heading of the page, once what was asked for last is drawn. */
export function focusPage(): void {
  requestAnimationFrame(() => focusOn(document.querySelector<HTMLElement>('#main h1')));
}

function focusOn(heading: HTMLElement | null | undefined): void {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

const controlsIn = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('a[href], button')];
