const locale = () => (typeof navigator === 'undefined' ? 'en' : navigator.language);
const formatters = new Map<string, Intl.DateTimeFormat>();

function format(moment: number, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) formatters.set(key, (formatter = new Intl.DateTimeFormat(locale(), options)));
  return formatter.format(moment);
}

const dayNumber = (moment: number) => {
  const day = new Date(moment);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000;
};

/** Whether two moments fall on the same day where the person is. */
export const isSameDay = (one: number, other: number) => dayNumber(one) === dayNumber(other);

/** A day in the person's own notation: "Today", "Yesterday" or the date. */
export function dayWords(moment: number, now = Date.now()): string {
  const days = dayNumber(now) - dayNumber(moment);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const year: Intl.DateTimeFormatOptions = days > 300 ? { year: 'numeric' } : {};
  return format(moment, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

/** A moment inside a sentence: "today, 14:02". */
export function momentWords(moment: number, now = Date.now()): string {
  const days = dayNumber(now) - dayNumber(moment);
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : dayWords(moment, now);
  return `${day}, ${timeWords(moment)}`;
}

/** A day, shortly. */
export const shortDay = (moment: number) => format(moment, { day: 'numeric', month: 'short', year: 'numeric' });

/** A day with its name, in full. */
export const fullDay = (moment: number) => format(moment, { dateStyle: 'full' });

/** The time of day. */
export const timeWords = (moment: number) => format(moment, { hour: 'numeric', minute: '2-digit' });

/** A full moment, for hints and machines' readers. */
export const fullMoment = (moment: number) => format(moment, { dateStyle: 'full', timeStyle: 'short' });

/** "1 message", "2,310 messages": a number in the person's notation with its noun. */
export const counted = (amount: number, one: string, many: string) =>
  `${new Intl.NumberFormat(locale()).format(amount)} ${amount === 1 ? one : many}`;
