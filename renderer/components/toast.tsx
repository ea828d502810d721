import { X } from 'lucide-react';
import { Toast as Primitive } from 'radix-ui';
import { createContext, use, useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { IconButton, buttonClasses } from './button.tsx';

export type ToastContent = {
  words: string;
  /** One thing the person may do about it; `altText` says where else it can be done. */
  action?: { label: string; altText: string; run: () => void };
  /** Takes the place of an earlier message on the same topic. */
  topic?: string;
  /** Stays until it is closed. */
  stays?: boolean;
};

type Toasts = { show: (content: ToastContent) => void; clear: () => void };

const ToastContext = createContext<Toasts>({ show: () => undefined, clear: () => undefined });

/** Answers a function that shows a short message at the edge of the window. */
export const useToast = () => use(ToastContext).show;

/** Answers a function that takes all of them away, when something has to be seen. */
export const useClearToasts = () => use(ToastContext).clear;

/** Keeps the short messages there are. Where they are shown is said by `ToastPlace`, inside of it. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<readonly (ToastContent & { key: number })[]>([]);
  const nextKey = useRef(0);
  const show = useCallback((content: ToastContent) => {
    const key = nextKey.current++;
    setShown((current) => {
      const others = current.filter(({ topic }) => topic === undefined || topic !== content.topic);
      return [...others.slice(-2), { ...content, key }];
    });
  }, []);
  const toasts = useMemo<Toasts>(() => ({ show, clear: () => setShown([]) }), [show]);
  return (
    <ToastContext value={toasts}>
      <Primitive.Provider swipeDirection="right" duration={7000} label="Message">
        {children}
        {shown.map(({ key, words, action, stays }) => (
          <Primitive.Root
            key={key}
            type="background"
            {...(stays && { duration: Infinity })}
            onOpenChange={(open) => {
              if (!open) setShown((current) => current.filter((toast) => toast.key !== key));
            }}
            className="flex items-center gap-3 rounded-md border border-line bg-surface py-2 pr-2 pl-4 shadow-raised animate-appear"
          >
            <Primitive.Description className="flex-1 text-sm">{words}</Primitive.Description>
            {action && (
              <Primitive.Action altText={action.altText} onClick={action.run} className={buttonClasses('secondary', 'small')}>
                {action.label}
              </Primitive.Action>
            )}
            <Primitive.Close asChild>
              <IconButton label="Close this message" icon={<X aria-hidden className="size-4" />} />
            </Primitive.Close>
          </Primitive.Root>
        ))}
      </Primitive.Provider>
    </ToastContext>
  );
}

/** Where the messages are shown: on the right, below the first line of a page that begins here. It takes no room. */
export function ToastPlace() {
  return (
    <div className="not-printed relative z-50 h-0 shrink-0">
      <Primitive.Viewport
        label="Messages at the edge ({hotkey})"
        className="absolute top-18 right-4 flex w-[min(26rem,calc(100%-2rem))] flex-col gap-2"
      />
    </div>
  );
}
