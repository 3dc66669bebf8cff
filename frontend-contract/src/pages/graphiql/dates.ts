const DAY = 86_400_000;

/**
 * Replaces the dates of an example's variables, so that the range it asks for is never out of date:
 * `{today}`, `{today-30d}`, `{today+90d}`, and `{month}`, `{month-12m}` for the first day of this month or an earlier one.
 */
export function fillDates(text: string, today: Date): string {
  return text
    .replace(/\{today(?:([+-]\d+)d)?\}/g, (_, days: string | undefined) => daysFrom(today, Number(days ?? 0)))
    .replace(/\{month(?:-(\d+)m)?\}/g, (_, months: string | undefined) => monthsBefore(today, Number(months ?? 0)));
}

function daysFrom(today: Date, days: number): string {
  return iso(new Date(startOf(today).getTime() + days * DAY));
}

function monthsBefore(today: Date, months: number): string {
  return iso(new Date(Date.UTC(today.getFullYear(), today.getMonth() - months, 1)));
}

/** The reader's own calendar day, held as midnight UTC so that counting days never meets a clock change. */
function startOf(today: Date): Date {
  return new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate()));
}

function iso(day: Date): string {
  return day.toISOString().slice(0, 10);
}
