const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** `2025-06-19` as `19 June 2025`. */
export function longDay(isoDay: string): string {
  return day.format(new Date(`${isoDay}T00:00:00Z`));
}

/** An ISO moment as the clock in England shows it: `22 November 2026 at 09:12`. */
export function longMoment(iso: string): string {
  return moment.format(new Date(iso));
}
