import { Component, memo, useMemo, useState, type ReactNode } from 'react';
import Reader, { type Components } from 'react-markdown';
import { Button } from './button.tsx';
import { joinClasses } from './join-classes.ts';
import { linkClasses } from './link-classes.ts';
import { isReadable, markdownBlocks } from './markdown-blocks.ts';
import { LinkWindow } from './link-window.tsx';

/**
 * Somebody's own Markdown, drawn without being obeyed: HTML in it is shown as it was typed, pictures are only named,
 * and a link shows where it leads before it is opened. Headings begin at the third level, below those of the page.
 */
export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  const [shown, setShown] = useState(1);
  const [address, setAddress] = useState<string | null>(null);
  const components = useMemo(() => inertComponents(setAddress), []);
  return (
    <div className="flex flex-col items-start gap-3">
      {blocks.slice(0, shown).map((block, place) => (
        <Block key={place} text={block} components={components} />
      ))}
      {shown < blocks.length && (
        <Button size="small" onClick={() => setShown(shown + 1)}>
          Show more
        </Button>
      )}
      <LinkWindow address={address} onClose={() => setAddress(null)} />
    </div>
  );
}

const Block = memo(function Block({ text, components }: { text: string; components: Components }) {
  const asTyped = (
    <p dir="auto" className="words w-full max-w-[68ch]">
      {text}
    </p>
  );
  if (!isReadable(text)) return asTyped;
  return (
    <Unbroken key={text} otherwise={asTyped}>
      <div dir="auto" className="marked-down w-full max-w-[68ch]">
        <Reader components={components}>{text}</Reader>
      </div>
    </Unbroken>
  );
});

/** Whatever can't be drawn as Markdown is shown as it was typed; the page stays. */
class Unbroken extends Component<{ children: ReactNode; otherwise: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.otherwise : this.props.children;
  }
}

/** Markdown without a frame of its own; as it was typed when it can’t be drawn. */
export const MarkdownText = memo(function MarkdownText({ text, components }: { text: string; components: Components }) {
  const asTyped = <p className="whitespace-pre-wrap">{text}</p>;
  if (!isReadable(text)) return asTyped;
  return (
    <Unbroken otherwise={asTyped}>
      <Reader components={components}>{text}</Reader>
    </Unbroken>
  );
});

export const inertComponents = (onLink: (address: string) => void): Components => ({
  a: ({ href, children }) =>
    href ? (
      <button type="button" onClick={() => onLink(href)} className={joinClasses(linkClasses, 'cursor-pointer text-left wrap-anywhere')}>
        {children}
      </button>
    ) : (
      children
    ),
  img: ({ alt }) => <span className="text-muted">{alt ? `[Picture: ${alt}]` : '[Picture]'}</span>,
  h1: ({ children }) => <h3>{children}</h3>,
  h2: ({ children }) => <h4>{children}</h4>,
  h3: ({ children }) => <h5>{children}</h5>,
  h4: ({ children }) => <h6>{children}</h6>,
  h5: ({ children }) => <h6>{children}</h6>,
});
