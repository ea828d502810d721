import type { Part } from '../../../shared/entities/part.ts';
import { useAction } from '../../client/context.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Notice } from '../../components/notice.tsx';

/** Whether a provider may be told of a part. */
export function PartPrivacy({ part }: { part: Part }) {
  const set = useAction('privacy.set');
  return (
    <div className="not-printed flex flex-col gap-2">
      <Checkbox
        label="Keep this part private"
        hint="No provider is ever told of it, whatever you turn on. On this computer nothing changes."
        checked={part.private}
        onChange={(wanted) => void set.run({ partId: part.id, private: wanted })}
      />
      {set.error && <Notice tone="alert">{set.error.message}</Notice>}
    </div>
  );
}
