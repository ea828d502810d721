import { memorySectionTitles, type MemoryRule } from '../../../shared/entities/memory.ts';
import { useAction } from '../../client/context.tsx';
import { errorOf, useCall } from '../../client/queries.ts';
import { Button } from '../../components/button.tsx';
import { fullMoment, shortDay } from '../../components/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { Section } from '../../components/section.tsx';
import { ruleWords } from './memory-words.ts';

/** What is not to be remembered, and the way to allow it again. */
export function MemoryRules() {
  const rules = useCall('memory.rules', {});
  const error = errorOf(rules.error);
  const items = rules.data?.items ?? [];
  if (!error && items.length === 0) return null;
  return (
    <Section
      title="What is not remembered"
      intro="A rule keeps a fingerprint only, so this list doesn’t say what it is about: the section and the day are what tells them apart."
    >
      {error && <Notice tone="alert">{error.message}</Notice>}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {items.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </Section>
  );
}

function Rule({ rule: { id, kind, section, createdAt } }: { rule: MemoryRule }) {
  const drop = useAction('memory.dropRule');
  const about = section === null ? '' : `${memorySectionTitles[section]}, `;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0">
        <p>{ruleWords[kind]}</p>
        <p className="text-sm text-muted">
          {about}
          <time dateTime={new Date(createdAt).toISOString()} title={fullMoment(createdAt)}>
            {shortDay(createdAt)}
          </time>
        </p>
        {drop.error && <p className="text-sm text-alert">{drop.error.message}</p>}
      </div>
      <Button
        size="small"
        busy={drop.running}
        aria-label={`Allow again: ${about}${shortDay(createdAt)}`}
        onClick={() => void drop.run({ ruleId: id })}
      >
        Allow again
      </Button>
    </li>
  );
}
