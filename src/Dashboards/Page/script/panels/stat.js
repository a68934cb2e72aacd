// One number, or one name, large.

import { make } from "../dom.js";
import { Field } from "../field.js";
import { reduced } from "../reduce.js";

export class Stat {
  constructor(panel, body) {
    Object.assign(this, { panel, body });
  }

  show({ series }) {
    const values = series.length > 0 ? series : [{ name: "", values: [null], missing: true }];
    this.body.replaceChildren(make("div", { class: "stats" }, values.map((one) => this.tile(one, values.length))));
  }

  tile(one, count) {
    const { colorMode = "value", textMode = "auto" } = this.panel.options ?? {};
    const field = Field.of(this.panel, one.name);
    const value = reduced(one.values, this.panel.options?.reduceOptions?.calcs);
    const empty = value === null;
    const colour = empty ? "var(--faint)" : field.colour(value);
    const text = textMode === "name" && !empty ? one.name || field.config.noValue || "–" : field.text(value);
    const named = textMode === "value_and_name" || (textMode === "auto" && count > 1);
    return make(
      "div",
      { class: `stat ${empty ? "none" : colorMode}`, style: { "--colour": colour } },
      make("output", { class: text.length > 9 ? "long" : "" }, text),
      named ? make("span", {}, one.name) : null,
    );
  }
}
