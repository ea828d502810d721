const quotes = /[“"«„]([^”"»“]+)[”"»]/gu;

/** What a text says in quotation marks. */
export const quotedIn = (text: string): string => [...text.matchAll(quotes)].map(([, quoted]) => quoted).join('\n');

/** What a text says beside what stands in quotation marks. */
export const unquotedIn = (text: string): string => text.replaceAll(quotes, '\n');
