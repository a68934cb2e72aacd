// A value on an arc whose outer ring shows the thresholds.

import { css } from "../colours.js";
import { make, svg } from "../dom.js";
import { Field } from "../field.js";
import { reduced } from "../reduce.js";

const START = 135;
const SWEEP = 270;

export class Gauge {
  constructor(panel, body) {
    Object.assign(this, { panel, body });
  }

  show({ series }) {
    const values = series.length > 0 ? series : [{ name: "", values: [null] }];
    this.body.replaceChildren(make("div", { class: "stats" }, values.map((one) => this.arc(one, values.length))));
  }

  arc(one, count) {
    const field = Field.of(this.panel, one.name);
    const { min = 0, max = 100, thresholds } = field.config;
    const value = reduced(one.values, this.panel.options?.reduceOptions?.calcs);
    const share = (at) => Math.min(1, Math.max(0, (at - min) / (max - min)));
    const text = field.text(value);
    const steps = thresholds?.steps ?? [];
    const ring = steps.map((step, i) => path(47, share(step.value ?? min), share(steps[i + 1]?.value ?? max), 3, css(step.color)));
    return make(
      "div",
      { class: "gauge" },
      svg(
        "svg",
        { viewBox: "0 0 100 88", role: "img", "aria-label": `${one.name || this.panel.title} : ${text}` },
        this.panel.options?.showThresholdMarkers === false ? [] : ring,
        path(39, 0, 1, 9, "var(--track)"),
        value === null ? null : path(39, 0, share(value), 9, field.colour(value)),
        svg("text", { x: 50, y: 57, "text-anchor": "middle", class: text.length > 7 ? "long" : "" }, text),
      ),
      count > 1 ? make("span", {}, one.name) : null,
    );
  }
}

/** A part of the arc, from and to as shares of it. */
function path(radius, from, to, width, colour) {
  const point = (share) => {
    const angle = ((START + SWEEP * share) * Math.PI) / 180;
    return `${(50 + radius * Math.cos(angle)).toFixed(2)} ${(50 + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const large = (to - from) * SWEEP > 180 ? 1 : 0;
  return svg("path", {
    d: `M ${point(from)} A ${radius} ${radius} 0 ${large} 1 ${point(Math.max(to, from + 0.001))}`,
    fill: "none", "stroke-width": width, style: { stroke: colour },
  });
}
