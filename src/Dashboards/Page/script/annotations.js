// Vertical marks on every chart: alerts that fire, deploys.

import { substitute } from "./interval.js";
import { labelled, range as askRange, refuses } from "./source.js";

/** @returns [{from, to, text, name, colour}] in seconds */
export async function load(dashboard, view, signal) {
  const wanted = (dashboard.annotations?.list ?? []).filter((one) => one.enable && one.expr && !refuses(one.datasource));
  const marks = await Promise.all(wanted.map((one) => marksOf(one, view, signal)));
  return marks.flat();
}

async function marksOf(annotation, view, signal) {
  const { resolution, range, values } = view;
  const expr = substitute(annotation.expr, resolution, range, values);
  const series = await askRange(annotation.datasource?.uid, expr, resolution, annotation.titleFormat, signal);
  return series.flatMap((one) =>
    stretches(one.values).map(([first, last]) => ({
      from: resolution.start + first * resolution.step,
      to: resolution.start + last * resolution.step,
      text: [annotation.titleFormat && one.name, annotation.textFormat && labelled(annotation.textFormat, one.labels)].filter(Boolean).join(" · ") || annotation.name,
      name: annotation.name,
      colour: annotation.iconColor ?? "blue",
    })),
  );
}

/** Where a row has values without a gap: [first, last] each. */
export function stretches(values) {
  const found = [];
  let first = -1;
  for (let i = 0; i <= values.length; i++) {
    const there = i < values.length && values[i] !== null && values[i] !== 0;
    if (there && first < 0) first = i;
    if (!there && first >= 0) {
      found.push([first, i - 1]);
      first = -1;
    }
  }
  return found;
}
