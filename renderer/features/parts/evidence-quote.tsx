import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Evidence } from '../../../shared/entities/part.ts';
import type { PartId } from '../../../shared/ids.ts';
import { places } from '../../app/places.ts';
import { fullMoment, shortDay } from '../../components/dates.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { evidenceKindWords } from './part-words.ts';

type EvidenceQuoteProps = {
  evidence: Evidence;
  partId: PartId;
  clamped?: boolean;
  /** What can be done with it. */
  children?: ReactNode;
};

/** The person's own words, with their day and the way to the message they stand in. */
export function EvidenceQuote({ evidence, partId, clamped = false, children }: EvidenceQuoteProps) {
  const { quote, sessionId, messageId, observedAt, kind } = evidence;
  return (
    <figure className="flex flex-col gap-1">
      <blockquote dir="auto" className={joinClasses('words', clamped && 'line-clamp-3')}>
        “{quote}”
      </blockquote>
      <figcaption className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        <time dateTime={new Date(observedAt).toISOString()} title={fullMoment(observedAt)}>
          {shortDay(observedAt)}
        </time>
        {!clamped && <span>{evidenceKindWords[kind]}</span>}
        {sessionId && messageId ? (
          <Link href={places.message(sessionId, messageId, partId)} className={`relative z-1 ${linkClasses}`}>
            Open the message
          </Link>
        ) : (
          <span>Said outside of a session.</span>
        )}
        {children}
      </figcaption>
    </figure>
  );
}
