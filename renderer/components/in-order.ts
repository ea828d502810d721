/** Items with the place each has, to tell them apart where only that does. */
export const inOrder = <Item extends object>(items: readonly Item[]): (Item & { place: number })[] =>
  items.map((item, place) => ({ ...item, place }));
