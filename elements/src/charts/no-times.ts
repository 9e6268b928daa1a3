function none(): never {
  throw new Error("A chart has no scale of times: they are numbers to it, and their ticks are data.");
}

// In place of `d3-time`, `d3-time-format` and `vega-time`, under the names that Vega's scales and locales ask for.
export { none as timeInterval, none as utcInterval };
export {
  none as timeFormat,
  none as timeFormatLocale,
  none as timeParse,
  none as utcFormat,
  none as utcParse,
};
export { none as timeTickInterval, none as timeTicks, none as utcTickInterval, none as utcTicks };
export {
  none as DATE,
  none as DAY,
  none as HOURS,
  none as MILLISECONDS,
  none as MINUTES,
  none as MONTH,
  none as QUARTER,
  none as SECONDS,
  none as WEEK,
  none as YEAR,
};
export {
  none as timeDay,
  none as timeHour,
  none as timeMinute,
  none as timeMonth,
  none as timeSecond,
  none as timeWeek,
  none as timeYear,
  none as utcDay,
  none as utcHour,
  none as utcMinute,
  none as utcMonth,
  none as utcSecond,
  none as utcWeek,
  none as utcYear,
};
