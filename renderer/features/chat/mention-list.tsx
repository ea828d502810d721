import { joinClasses } from '../../components/join-classes.ts';
import { counted } from '../../components/dates.ts';
import type { Mentions } from './use-mentions.ts';

/** The names that could be meant, above the field. The focus stays in the field; the keys choose. */
export function MentionList({ mentions }: { mentions: Mentions }) {
  const { offered, active, listId, optionId, choose } = mentions;
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {offered.length > 0 && `${counted(offered.length, 'part', 'parts')}. Arrow keys choose, Enter takes.`}
      </p>
      {offered.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label="Your parts"
          className="absolute bottom-full left-0 z-30 mb-1 max-h-60 min-w-56 overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-raised"
        >
          {offered.map(({ id, name }, index) => (
            <div
              key={id}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // The field keeps the focus and takes the keys; a press with the mouse is the other way.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(index);
              }}
              className={joinClasses('rounded-sm px-2.5 py-1.5 text-sm', index === active ? 'bg-hover' : 'hover:bg-hover')}
            >
              <bdi>{name}</bdi>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
