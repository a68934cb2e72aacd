// A row for each series, with a bar for each stretch of the same state.

import { css } from "../colours.js";
import { make } from "../dom.js";
import { Field } from "../field.js";
import { clock, full, tick } from "../time.js";
import { format } from "../units.js";

const DISTANCES = [60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800];

export class Timeline {
  constructor(panel, body, page) {
    Object.assign(this, { panel, body, page });
  }

  show({ series, resolution, range }) {
    if (series.length === 0) {
      this.body.replaceChildren(make("p", { class: "empty" }, this.panel.fieldConfig?.defaults?.noValue ?? "Aucune donnée"));
      return;
    }
    const rows = series.map((one) =>
      make("div", { class: "row" }, make("span", { title: one.name }, one.name || "valeur"), make("div", { class: "lane" }, this.bars(one, resolution, range))),
    );
    this.body.replaceChildren(make("div", { class: "timeline" }, rows, make("div", { class: "row axis" }, make("span"), make("div", { class: "lane" }, ticks(range)))), this.legend());
  }

  bars(one, { start, step }, { from, to }) {
    const field = Field.of(this.panel, one.name);
    const place = (at) => (Math.min(to, Math.max(from, at)) - from) / (to - from);
    return states(one.values).map(({ value, first, last }) => {
      const [begin, end] = [start + first * step, start + (last + 1) * step];
      const text = field.text(value);
      const tell = (event) =>
        this.page.tip.show(this, event.clientX, event.clientY, [
          make("div", { class: "when" }, one.name),
          make("div", { class: "entry" }, make("i", { style: { background: field.colour(value) } }), make("span", {}, text), make("b", {}, format(end - begin, "dtdurations"))),
          make("div", { class: "when" }, `${full(begin)} – ${clock(end)}`),
        ]);
      return make("div", {
        class: "bar", title: "", "aria-label": `${text}, ${full(begin)} – ${clock(end)}`,
        style: { left: `${100 * place(begin)}%`, width: `max(2px, ${100 * (place(end) - place(begin))}%)`, background: field.colour(value) },
        onpointermove: tell, onpointerleave: () => this.page.tip.hide(this),
      });
    });
  }

  legend() {
    const known = (this.panel.fieldConfig?.defaults?.mappings ?? []).flatMap((mapping) => Object.values(mapping.options)).sort((one, other) => one.index - other.index);
    return make("ul", { class: "legend" }, known.map((one) => make("li", {}, make("i", { style: { background: css(one.color) } }), make("span", {}, one.text))));
  }
}

/** Neighbours with the same value, as one. */
export function states(values) {
  const found = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const last = found.at(-1);
    if (last && last.last === i - 1 && last.value === value) last.last = i;
    else found.push({ value, first: i, last: i });
  });
  return found;
}

function ticks({ from, to }) {
  const distance = DISTANCES.find((one) => (to - from) / one <= 7) ?? DISTANCES.at(-1);
  // On whole hours and days of this place, and not of Greenwich.
  const shift = new Date(from * 1000).getTimezoneOffset() * 60;
  const found = [];
  for (let at = Math.ceil((from - shift) / distance) * distance + shift; at < to; at += distance)
    found.push(make("time", { style: { left: `${(100 * (at - from)) / (to - from)}%` } }, tick(at, distance)));
  return found;
}
