const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first of what a person sees as single signs: some parts have a longer text as theirs, from a time when any was taken. */
export const firstSign = (text: string): string => segmenter.segment(text).containing(0)?.segment ?? '';
