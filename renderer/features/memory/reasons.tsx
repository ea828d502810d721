import { Link } from 'wouter';
import type { Belief, Reason } from '../../../shared/entities/memory.ts';
import { places } from '../../app/places.ts';
import { errorOf, useCall } from '../../client/queries.ts';
import { fullMoment, shortDay } from '../../components/dates.ts';
import { linkClasses } from '../../components/link-classes.ts';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';

/** Why something is remembered: the person's own words behind it, the newest first, each with the way to where it stands. */
export function Reasons({ belief }: { belief: Belief }) {
  const why = useCall('memory.why', { path: belief.id });
  const error = errorOf(why.error);
  if (error) return <Notice tone="alert">{error.message}</Notice>;
  if (!why.data) return <Skeleton rows={2} className="h-12" />;
  return (
    <ul aria-label="Why this is remembered" className="flex flex-col gap-4 border-l-2 border-line pl-4">
      {why.data.reasons.map((reason) => (
        <li key={reason.source}>
          <OneReason reason={reason} belief={belief} />
        </li>
      ))}
    </ul>
  );
}

function OneReason({ reason: { source, words, at, sessionId, messageId }, belief }: { reason: Reason; belief: Belief }) {
  const kind = source.split(':')[0];
  const day = at !== null && (
    <time dateTime={new Date(at).toISOString()} title={fullMoment(at)}>
      {shortDay(at)}
    </time>
  );
  if (messageId && sessionId && words !== null)
    return (
      <figure className="flex flex-col gap-1">
        <blockquote dir="auto" className="words line-clamp-6">
          “{words}”
        </blockquote>
        <figcaption className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
          {day}
          <Link href={places.reason(sessionId, messageId, belief.id)} className={linkClasses}>
            Open the message
          </Link>
        </figcaption>
      </figure>
    );
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
      {day}
      {sessionId ? (
        <Link dir="auto" href={places.session(sessionId)} className={`${linkClasses} wrap-anywhere`}>
          {words ?? 'A session'}
        </Link>
      ) : (
        <span>{at === null ? goneWords(kind) : kind === 'check_in' ? 'A check-in' : 'An insight'}</span>
      )}
    </p>
  );
}

const goneWords = (kind: string | undefined): string =>
  kind === 'session' ? 'A session that is no longer here.' : kind === 'message' ? 'A message that is no longer here.' : 'No longer here.';
