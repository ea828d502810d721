/** Whom to call when there is no time. `place` is the country, or null for numbers that hold in many. */
export function Emergency({ numbers, place }: { numbers: readonly string[]; place: string | null }) {
  return (
    <p className="rounded-md bg-caution-soft px-4 py-3">
      <span className="font-semibold">If you are in danger right now</span>, from yourself or from somebody else, call{' '}
      {numbers.map((number, index) => (
        <span key={number}>
          {index > 0 && ' or '}
          <span className="text-lg font-semibold whitespace-nowrap tabular-nums select-all">{number}</span>
        </span>
      ))}
      {place === null ? ', whichever is the emergency number where you are.' : ` (${place}).`}
    </p>
  );
}
