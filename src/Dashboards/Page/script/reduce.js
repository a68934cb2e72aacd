// Makes one number of many.

const CALCULATIONS = {
  lastNotNull: (values) => values.at(-1),
  last: (values) => values.at(-1),
  firstNotNull: (values) => values[0],
  min: (values) => Math.min(...values),
  max: (values) => Math.max(...values),
  mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  count: (values) => values.length,
};

export const isKnown = (calculation) => calculation in CALCULATIONS;

/** @returns null when there is nothing to make it of */
export function reduced(values, calcs = ["lastNotNull"]) {
  const there = values.filter((value) => value !== null && value !== undefined);
  return there.length === 0 ? null : (CALCULATIONS[calcs[0]] ?? CALCULATIONS.lastNotNull)(there);
}
