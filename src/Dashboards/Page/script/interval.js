// How finely a range is asked for, and what Grafana's built-in variables stand for then.

const STEPS = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600, 900, 1200, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

/**
 * @param from start of the range, seconds
 * @param to its end
 * @param width how many points fit on the screen
 * @param scrape seconds between two scrapes of the data source: finer than that there is nothing to see
 */
export function resolution(from, to, width, scrape) {
  const wanted = Math.max((to - from) / Math.max(width, 50), scrape);
  const step = STEPS.find((one) => one >= wanted) ?? STEPS.at(-1);
  // On multiples of the step: a refresh then moves no point, it only adds one.
  return { step, scrape, start: Math.floor(from / step) * step, end: Math.floor(to / step) * step };
}

/** Grafana's rule: four scrapes at least, because a rate over fewer may find only one sample. */
export const rateInterval = ({ step, scrape }) => Math.max(step + scrape, 4 * scrape);

/** Puts the built-in variables and those of the dashboard into an expression. */
export function substitute(expr, resolution, range, variables) {
  const known = {
    __rate_interval: `${rateInterval(resolution)}s`,
    __interval: `${resolution.step}s`,
    __interval_ms: `${resolution.step * 1000}`,
    __range: `${Math.round(range.to - range.from)}s`,
    __range_s: `${Math.round(range.to - range.from)}`,
    __range_ms: `${Math.round((range.to - range.from) * 1000)}`,
    ...variables,
  };
  return expr.replace(/\$\{(\w+)(?::\w+)?\}|\$(\w+)|\[\[(\w+)\]\]/g, (whole, braces, plain, square) =>
    known[braces ?? plain ?? square] ?? whole,
  );
}
