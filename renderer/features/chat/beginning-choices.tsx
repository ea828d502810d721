import { Checkbox } from '../../components/checkbox.tsx';
import { Tooltip } from '../../components/tooltip.tsx';
import { flagHints } from './session-words.ts';
import { useBeginning } from './use-beginning.ts';

/** Before the first word of a session: whether a provider may be told of it, and whether anything is remembered. */
export function BeginningChoices() {
  const beginning = useBeginning();
  const { private: isPrivate, remembered } = beginning.value;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Tooltip words={flagHints.private}>
        <div>
          <Checkbox
            label="Private"
            labelClassName="text-sm"
            checked={isPrivate}
            onChange={(checked) => beginning.set({ private: checked, remembered })}
          />
        </div>
      </Tooltip>
      <Tooltip words={flagHints.forgetful}>
        <div>
          <Checkbox
            label="Keep no memory of it"
            labelClassName="text-sm"
            checked={!remembered}
            onChange={(checked) => beginning.set({ private: isPrivate, remembered: !checked })}
          />
        </div>
      </Tooltip>
    </div>
  );
}
