// Rows of labels and values, after the transformations that our dashboards use.

import { make } from "../dom.js";
import { Field } from "../field.js";

export const TRANSFORMATIONS = ["merge", "organize", "sortBy"];

export class Table {
  constructor(panel, body) {
    Object.assign(this, { panel, body });
  }

  show({ answers }) {
    const { columns, rows } = arranged(joined(answers), this.panel.transformations ?? []);
    if (rows.length === 0) {
      this.body.replaceChildren(make("p", { class: "empty" }, this.panel.fieldConfig?.defaults?.noValue ?? "Aucune donnée"));
      return;
    }
    const fields = columns.map((column) => Field.of(this.panel, column));
    this.body.replaceChildren(
      make(
        "div",
        { class: "table", tabindex: "0" },
        make(
          "table",
          {},
          make("thead", { hidden: this.panel.options?.showHeader === false }, make("tr", {}, columns.map((name) => make("th", { scope: "col" }, name)))),
          make("tbody", {}, rows.map((row) => make("tr", {}, columns.map((name, i) => cell(row[name], fields[i]))))),
        ),
      ),
    );
  }
}

function cell(value, field) {
  if (typeof value !== "number") return make("td", {}, value ?? "–");
  const style = field.config.custom?.cellOptions?.type;
  const colour = field.colour(value);
  return make(
    "td",
    { class: `number ${style ?? ""}`, style: style === "color-text" ? { color: colour } : style === "color-background" ? { background: colour } : {} },
    field.text(value),
  );
}

/** One row for each set of labels; a value of each question in it. */
export function joined(answers) {
  const rows = new Map();
  for (const { refId, series } of answers) {
    const column = answers.length > 1 ? `Value #${refId}` : "Value";
    for (const { labels, value } of series) {
      const { __name__: _, ...rest } = labels;
      const key = JSON.stringify(Object.entries(rest).sort());
      rows.set(key, { ...(rows.get(key) ?? rest), [column]: value });
    }
  }
  return [...rows.values()];
}

/** @returns {columns, rows} with Grafana's names, order and sorting */
export function arranged(rows, transformations) {
  let columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  let arrangedRows = rows;
  for (const { id, options } of transformations) {
    if (id === "organize") {
      const { excludeByName = {}, indexByName = {}, renameByName = {} } = options;
      const kept = columns.filter((name) => !excludeByName[name]).sort((a, b) => (indexByName[a] ?? 99) - (indexByName[b] ?? 99));
      const renamed = (name) => renameByName[name] || name;
      arrangedRows = arrangedRows.map((row) => Object.fromEntries(kept.map((name) => [renamed(name), row[name]])));
      columns = kept.map(renamed);
    }
    if (id === "sortBy") {
      const [{ field, desc }] = options.sort;
      arrangedRows = arrangedRows.toSorted((a, b) => (desc ? -1 : 1) * compare(a[field], b[field]));
    }
  }
  // Nothing in any row: the column tells nothing, as "Disque" where only servers are down.
  columns = columns.filter((name) => arrangedRows.some((row) => row[name] !== undefined && row[name] !== null && row[name] !== ""));
  return { columns, rows: arrangedRows };
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? 1 : -1;
  return String(a ?? "").localeCompare(String(b ?? ""), "fr", { numeric: true });
}
