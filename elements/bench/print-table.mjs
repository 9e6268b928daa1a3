const cell = (value) => (typeof value === "number" ? value.toFixed(Math.abs(value) < 10 ? 1 : 0) : value);
const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;

/** Prints a table as Markdown: numbers below ten with one decimal. */
export function printTable(head, rows) {
  const rule = head.map((_, i) => (i === 0 ? "---" : "--:"));
  console.log(["", line(head), `|${rule.join("|")}|`, ...rows.map(line), ""].join("\n"));
}
