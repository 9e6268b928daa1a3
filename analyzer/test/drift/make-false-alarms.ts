// Writes docs/false-alarms.md: `npm run false-alarms -w analyzer`.
import { writeFileSync } from "node:fs";
import { falseAlarmTable } from "./false-alarm-table.js";
import { simulateFalseAlarms } from "./simulate-false-alarms.js";
import { simulateTimeAlarms } from "./simulate-time-alarms.js";

writeFileSync(
  new URL("../../../docs/false-alarms.md", import.meta.url),
  falseAlarmTable(simulateFalseAlarms(), simulateTimeAlarms()),
);
