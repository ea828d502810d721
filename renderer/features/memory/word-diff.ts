/** A run of words that stayed, went or came. */
export type DiffRun = { kind: 'same' | 'gone' | 'new'; text: string };

/** Above this many pieces a text is told as a whole: comparing takes their product. */
const PIECES_MAX = 1200;

/** What became of one text in another, word by word: the runs that stayed, those that went and those that came. */
export function diffWords(before: string, after: string): DiffRun[] {
  const [was, is] = [piecesOf(before), piecesOf(after)];
  const runs: DiffRun[] = [];
  const add = (kind: DiffRun['kind'], text: string): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== '') runs.push({ kind, text });
  };
  if (was.length > PIECES_MAX || is.length > PIECES_MAX) {
    add('gone', before);
    add('new', after);
    return runs;
  }
  const common = commonLengths(was, is);
  let [at, to] = [0, 0];
  while (at < was.length || to < is.length) {
    const [one, other] = [was[at], is[to]];
    if (one !== undefined && one === other) {
      add('same', one);
      at += 1;
      to += 1;
    } else if (one !== undefined && (other === undefined || lengthAt(common, at + 1, to) >= lengthAt(common, at, to + 1))) {
      add('gone', one);
      at += 1;
    } else if (other !== undefined) {
      add('new', other);
      to += 1;
    }
  }
  return runs;
}

/** Words with the blanks after them; scripts without blanks are cut where lines may break. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
const piecesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

const lengthAt = (table: readonly Uint16Array[], row: number, column: number): number => table[row]?.[column] ?? 0;

/** How many pieces the rests of both have in common, in order: the longest common subsequence. */
function commonLengths(was: readonly string[], is: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint16Array(is.length + 1));
  for (let row = was.length - 1; row >= 0; row -= 1) {
    for (let column = is.length - 1; column >= 0; column -= 1) {
      const length =
        was[row] === is[column]
          ? lengthAt(table, row + 1, column + 1) + 1
          : Math.max(lengthAt(table, row + 1, column), lengthAt(table, row, column + 1));
      table[row]?.fill(length, column, column + 1);
    }
  }
  return table;
}
