import type { Part } from '../../../shared/entities/part.ts';
import { Button } from '../../components/button.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { listFields, listWords } from './part-form.ts';
import { Section } from '../../components/section.tsx';

/** A part's story, and what is known about it. */
export function PartDetails({ part, onEdit }: { part: Part; onEdit: () => void }) {
  const { attributes, story } = part;
  const lists = listFields.flatMap((field) => {
    const words = attributes[field] ?? [];
    return words.length > 0 ? [{ field, words }] : [];
  });
  const nothing = story.trim() === '' && lists.length === 0 && !attributes.age;
  return (
    <Section title="Its story">
      {nothing && (
        <div className="flex flex-wrap items-center gap-3 text-muted">
          <p>Nothing is written about it yet.</p>
          <Button size="small" onClick={onEdit}>
            Write its story
          </Button>
        </div>
      )}
      {story.trim() !== '' && <Markdown text={story} />}
      {(attributes.age || lists.length > 0) && (
        <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,15rem),1fr))] gap-4">
          {attributes.age && (
            <div>
              <dt className="text-sm font-medium text-muted">Age</dt>
              <dd dir="auto" className="wrap-anywhere">
                {attributes.age}
              </dd>
            </div>
          )}
          {lists.map(({ field, words }) => (
            <div key={field}>
              <dt className="text-sm font-medium text-muted">{listWords[field].label}</dt>
              {words.map((word, place) => (
                <dd key={`${place}-${word}`} dir="auto" className="wrap-anywhere">
                  {word}
                </dd>
              ))}
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
}
