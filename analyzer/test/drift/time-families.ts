import { DAY, HOUR } from "../../src/artifact/index.js";

/** From a time to another, in milliseconds since 1970. */
export interface Span {
  start: number;
  end: number;
}

type Draw = (window: Span, random: () => number) => number;

/** The day of a time, at midnight. */
const dayOf = (time: number): number => Math.floor(time / DAY) * DAY;

const isWorkday = (time: number): boolean => ![0, 6].includes(new Date(time).getUTCDay());

const evenly: Draw = ({ start, end }, random) => start + random() * (end - start);

const exponential = (random: () => number): number => -Math.log(random());

/** The newest of the nights, at two o'clock, in which values are renewed. */
function refreshed(time: number, isNight: (day: number) => boolean): number {
  let day = dayOf(time - 2 * HOUR);
  while (!isNight(day)) day -= DAY;
  return day + 2 * HOUR;
}

/** How a point in time of each sort comes about in a row of a window, where nothing is wrong. */
export const TIME_FAMILIES: Record<string, Draw> = {
  "event times": evenly,
  "event days": (window, random) => dayOf(evenly(window, random)),
  "event times of workdays": (window, random) => {
    for (let tries = 0; tries < 1000; tries++) {
      const time = evenly(window, random);
      if (isWorkday(time) && time % DAY >= 8 * HOUR && time % DAY < 18 * HOUR) return time;
    }
    return Number.NaN;
  },
  "up to 10 minutes later": (window, random) => evenly(window, random) + (random() * HOUR) / 6,
  "some days later, 1 row of 200": (window, random) =>
    evenly(window, random) + (random() < 0.005 ? 5 * DAY * random() : 0),
  "a day old on average": (window, random) => evenly(window, random) - DAY * exponential(random),
  "0 to 90 days old": (window, random) => evenly(window, random) - 90 * DAY * random(),
  "renewed each night": (window, random) => refreshed(evenly(window, random), () => true),
  "renewed on workdays": (window, random) => refreshed(evenly(window, random), isWorkday),
  "renewed each Sunday": (window, random) =>
    refreshed(evenly(window, random), (day) => new Date(day).getUTCDay() === 0),
  "renewed each month": (window, random) =>
    refreshed(evenly(window, random), (day) => new Date(day).getUTCDate() === 1),
  "birth dates": ({ end }, random) => dayOf(end - (18 + 62 * Math.abs(random() - random())) * 365 * DAY),
  "a list that was closed": (_, random) => Date.UTC(2026, 0, 1) - 3000 * DAY * random(),
  "due in up to 3 years": (window, random) => dayOf(evenly(window, random) + 3 * 365 * DAY * random()),
  "9999-12-31 where open": (window, random) =>
    random() < 0.7 ? Date.UTC(9999, 11, 31) : dayOf(evenly(window, random) - 90 * DAY * random()),
};
