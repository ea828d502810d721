import { memo, useMemo, useState } from 'react';
import { closedForNow, settledLength } from './growing-markdown.ts';
import { LinkWindow } from './link-window.tsx';
import { inertComponents, MarkdownText } from './markdown.tsx';

/**
 * A companion's Markdown, drawn without being obeyed, also while it is being written: what is whole stays as it is, and only the last block
 * is read anew with each word.
 */
export const ReplyMarkdown = memo(function ReplyMarkdown({ text, growing }: { text: string; growing: boolean }) {
  const [address, setAddress] = useState<string | null>(null);
  const components = useMemo(() => inertComponents(setAddress), []);
  const cut = growing ? settledLength(text) : text.length;
  const rest = text.slice(cut);
  return (
    <div dir="auto" data-words className="marked-down in-reply">
      {cut > 0 && <MarkdownText text={text.slice(0, cut)} components={components} />}
      {rest !== '' && <MarkdownText text={closedForNow(rest)} components={components} />}
      <LinkWindow address={address} onClose={() => setAddress(null)} />
    </div>
  );
});
