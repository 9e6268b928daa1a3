/** Whether a chart zone has room for one column only: fewer ticks, a smaller gutter, levels on two lines. */
export function isNarrow(width: number): boolean {
  return width < 520;
}
