// Grafana's colour names, in shades that can be read on our two backgrounds.

const NAMED = {
  green: "var(--green)", red: "var(--red)", orange: "var(--orange)", yellow: "var(--yellow)", blue: "var(--blue)",
  purple: "var(--purple)", text: "var(--text)", transparent: "transparent",
};
const SERIES = ["--s1", "--s2", "--s3", "--s4", "--s5", "--s6", "--s7", "--s8", "--s9", "--s10"];

/** For CSS. Names such as "dark-green" fall back to their last word. */
export const css = (name) => NAMED[name] ?? NAMED[name?.split("-").at(-1)] ?? name;

/** For a canvas, which knows no variables. */
export function paint(colour) {
  const variable = /^var\((--[\w-]+)\)$/.exec(colour);
  return variable ? getComputedStyle(document.documentElement).getPropertyValue(variable[1]).trim() : colour;
}

export const ofSeries = (index) => `var(${SERIES[index % SERIES.length]})`;

/** @returns the colour of the last step that the value reaches */
export function ofThreshold(value, thresholds, range) {
  const steps = thresholds?.steps ?? [];
  let colour = steps[0]?.color ?? "green";
  for (const step of steps) {
    const at = step.value === null || step.value === undefined ? -Infinity : thresholds.mode === "percentage" ? atPercent(step.value, range) : step.value;
    if (value >= at) colour = step.color;
  }
  return css(colour);
}

const atPercent = (percent, { min = 0, max = 100 } = {}) => min + ((max - min) * percent) / 100;
