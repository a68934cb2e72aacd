// The choices above the panels, such as the instance.

import { labelValues, refuses } from "./source.js";

const ALL = "$__all";

/** One variable of a dashboard with what may be chosen and what is. */
export class Variable {
  constructor(model, chosen) {
    this.model = model;
    this.name = model.name;
    this.label = model.label ?? model.name;
    this.values = [];
    const current = [model.current?.value ?? (model.includeAll ? ALL : [])].flat();
    this.chosen = chosen.length > 0 ? chosen : current;
  }

  async load(signal) {
    const { type, datasource, query, sort } = this.model;
    if (type === "custom") this.values = query.split(",").map((value) => value.trim());
    else if (type === "constant" || type === "textbox") this.values = [query];
    else if (type === "query" && !refuses(datasource)) {
      this.values = await labelValues(datasource?.uid, query.query ?? query, signal);
      if (sort > 0) this.values.sort((a, b) => a.localeCompare(b, "fr", { numeric: true }));
    } else throw new Error(`la variable « ${this.name} » (${type}) n'est pas comprise ici`);
    if (this.chosen.length === 0 && this.values.length > 0) this.chosen = [this.values[0]];
  }

  get isAll() {
    return this.chosen.length === 0 || this.chosen.includes(ALL);
  }

  /** As it goes into an expression: several values are a regular expression, as Grafana writes it. */
  get text() {
    const { allValue, multi, includeAll } = this.model;
    if (this.isAll && includeAll) return allValue || `(${this.values.map(escaped).join("|")})`;
    if (!multi && !includeAll) return this.chosen[0] ?? "";
    return this.chosen.length === 1 ? escaped(this.chosen[0]) : `(${this.chosen.map(escaped).join("|")})`;
  }

  get all() {
    return ALL;
  }
}

/** Twice: once for the regular expression, once for the string of PromQL that holds it. */
const escaped = (value) => value.replace(/[\\^$.*+?()[\]{}|]/g, "\\\\$&").replace(/"/g, '\\"');

