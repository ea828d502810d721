/** How strong something is, as words and as a bar. */
export function Meter({ label, value, words }: { label: string; value: number; words: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="flex items-center gap-2">
      <div
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={words}
        className="h-1.5 w-20 shrink-0 overflow-hidden rounded-full bg-hover"
      >
        <div className="h-full rounded-full bg-pine" style={{ width: `${percent}%` }} />
      </div>
      <span className="text-xs text-muted">{words}</span>
    </div>
  );
}
