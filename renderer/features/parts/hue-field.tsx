import type { CSSProperties } from 'react';
import { Checkbox } from '../../components/checkbox.tsx';
import { Field } from '../../components/field.tsx';

/** Where the slider stands when a part gets its first colour of its own. */
const FIRST_HUE = 160;

/** A part's own colour, or none: then it carries the hue of its role. */
export function HueField({ hue, onChange }: { hue: number | null; onChange: (hue: number | null) => void }) {
  const style: CSSProperties & { '--part-hue': number } = { '--part-hue': hue ?? FIRST_HUE };
  return (
    <div className="flex flex-col gap-3">
      <Checkbox
        label="Give it a colour of its own"
        hint="Without one it carries the colour of its role."
        checked={hue !== null}
        onChange={(checked) => onChange(checked ? FIRST_HUE : null)}
      />
      {hue !== null && (
        <Field label="Colour">
          {(control) => (
            <div className="flex items-center gap-3">
              <span aria-hidden style={style} className="part-colour size-6 shrink-0 rounded-full" />
              <input
                {...control}
                type="range"
                min={0}
                max={359}
                value={hue}
                aria-valuetext={`Hue ${hue} of 359`}
                onChange={(event) => onChange(Number(event.target.value))}
                className="w-full max-w-80 accent-pine"
              />
            </div>
          )}
        </Field>
      )}
    </div>
  );
}
