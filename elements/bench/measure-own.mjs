import { measureBoard } from "./measures/board.mjs";
import { measureComingAndGoing } from "./measures/coming-and-going.mjs";
import { measureMany } from "./measures/many-panels.mjs";
import { measureOnePanel } from "./measures/one-panel.mjs";
import { median } from "./median.mjs";
import { manyPanelsPage } from "./pages.mjs";
import { printTable } from "./print-table.mjs";

/** Runs in the page: whether the first panel is drawn. */
const isDrawn = () => bench.isDrawn(document.querySelector("feature-panel"));

/** Measures this package's elements and prints them beside their budgets. @returns whether one is missed */
export async function measureOwn(browser, server, rounds) {
  const runs = [];
  for (let round = 0; round < rounds; round++)
    runs.push({
      one: await measureOnePanel(browser, server),
      many: await measureMany(browser, server.origin + manyPanelsPage, isDrawn),
      board: await measureBoard(browser, server),
    });
  const of = (figure) => median(runs.flatMap(figure));
  const timed = (name, figure, most) => [
    name,
    of((run) => [figure(run)].flat().map(({ ms }) => ms)),
    of((run) => [figure(run)].flat().map(({ work }) => work)),
    most,
  ];
  const figures = [
    timed("a panel is interactive after its code came, ms", ({ one }) => one.cold, 250),
    timed("… with code and documents in hand, ms", ({ one }) => one.warm, 30),
    timed("another run's documents in a panel, ms", ({ one }) => one.update, 20),
    ["layout shift of a panel", of(({ one }) => one.shift), "", 0],
    [
      "100 panels: longest task, ms",
      of(({ many }) => many.longestTask),
      of(({ many }) => many.longestWork),
      60,
    ],
    ["100 panels: frames later than 25 ms, %", of(({ many }) => many.late), "", 5],
    ["100 panels: heap after all were seen, MB", of(({ many }) => many.heap), "", 60],
    ["100 panels: layout shift", of(({ many }) => many.shift), "", 0.1],
    timed("board of 1,000 features: first row after its list came, ms", ({ board }) => board, 200),
  ];
  return printFigures(figures);
}

/** Lets 500 panels come and go, and prints what stays. @returns whether a budget is missed */
export async function measureWhatStays(browser, server) {
  const { heap, listeners, nodes } = await measureComingAndGoing(browser, server, 500);
  return printFigures([
    ["500 panels came and went: heap that stays, MB", heap, "", 2],
    ["500 panels came and went: listeners that stay", listeners, "", 0],
    ["500 panels came and went: nodes that stay", nodes, "", 0],
  ]);
}

function printFigures(figures) {
  printTable(
    ["what", "median", "of it processor", "at most", ""],
    figures.map((row) => [...row, row[1] <= row[3] ? "holds" : "MISSED"]),
  );
  return figures.some(([, value, , most]) => value > most);
}
