/** Hours and minutes of the reader's own day. */
export function clock(time: Date, language: string): string {
  const format = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return new Intl.DateTimeFormat(language, format).format(time);
}
