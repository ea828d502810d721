import { partRoles, type PartRole } from '../../../shared/entities/part.ts';
import type { Mark } from '../../../shared/entities/session.ts';
import { joinClasses } from '../../components/join-classes.ts';
import { roleWords } from '../../components/role-words.ts';
import { segmentText, type Piece, type Stretch } from './segments.ts';

const markHues: Record<PartRole, string> = {
  manager: 'bg-manager-soft decoration-manager',
  firefighter: 'bg-firefighter-soft decoration-firefighter',
  exile: 'bg-exile-soft decoration-exile',
  unknown: 'bg-unknown-soft decoration-unknown',
};

export type MessageWordsProps = {
  text: string;
  marks: readonly Mark[];
  found: readonly Stretch[];
  onMark: (mark: Mark) => void;
};

/** The words of a message with the phrases in which a part seems to speak, and those being looked for. */
export function MessageWords({ text, marks, found, onMark }: MessageWordsProps) {
  if (marks.length === 0 && found.length === 0) return text;
  return segmentText(text, marks, found).map((segment) =>
    segment.mark ? (
      <MarkedPhrase key={segment.start} mark={segment.mark} pieces={segment.pieces} onPress={onMark} />
    ) : (
      <Pieces key={segment.start} pieces={segment.pieces} />
    ),
  );
}

const descriptionId = (role: PartRole) => `marked-as-${role}`;

/** What is read out with a marked phrase, once for all phrases of a role. */
export function MarkDescriptions() {
  return (
    <div hidden>
      {partRoles.map((role) => (
        <p key={role} id={descriptionId(role)}>
          It sounds as if {roleWords[role].inSentence} might be speaking here. Press to see the proposal.
        </p>
      ))}
    </div>
  );
}

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, found }, index) =>
    found ? (
      <mark key={index} data-found className="rounded-xs bg-found text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** A phrase that flows with its line, so it can't be a button element; it is one for keyboard and screen reader. */
function MarkedPhrase({ mark, pieces, onPress }: { mark: Mark; pieces: readonly Piece[]; onPress: (mark: Mark) => void }) {
  return (
    <span
      role="button"
      tabIndex={0}
      aria-describedby={descriptionId(mark.role)}
      onClick={() => onPress(mark)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPress(mark);
      }}
      className={joinClasses(
        'rounded-xs box-decoration-clone px-0.5 -mx-0.5 underline decoration-2 underline-offset-4 hover:decoration-3',
        markHues[mark.role],
      )}
    >
      <Pieces pieces={pieces} />
    </span>
  );
}
