/** A moment, as the reader writes it. */
export function timeOf(iso: string): string {
  return new Date(iso).toLocaleString(document.documentElement.lang || undefined, {
    dateStyle: "short",
    timeStyle: "short",
  });
}

/** A day (year-month-day), as the reader writes it. */
export function dateOf(day: string): string {
  return new Date(`${day}T00:00`).toLocaleDateString(document.documentElement.lang || undefined);
}
