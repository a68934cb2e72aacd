// Lays panels out as Grafana does: 24 columns, rows that can be folded. On a phone one below the other.

import { make } from "./dom.js";
import { Panel } from "./panel.js";

export class Grid {
  constructor(element, dashboard, page, only) {
    this.panels = [];
    element.replaceChildren();
    element.classList.toggle("single", only !== null);
    for (const { row, panels } of groups(dashboard.panels ?? [])) {
      const wanted = only === null ? panels : panels.filter((panel) => panel.id === only);
      if (wanted.length === 0) continue;
      const made = wanted.map((model) => new Panel(model, page));
      this.panels.push(...made);
      const cells = make("div", { class: "cells" }, made.map((panel) => placed(panel, row)));
      if (row && only === null) element.append(make("details", { open: !row.collapsed, ontoggle: () => page.resized() }, make("summary", {}, make("h2", {}, row.title)), cells));
      else element.append(cells);
    }
  }
}

function placed(panel, row) {
  const { x, y, w, h } = panel.model.gridPos;
  const top = y - (row ? row.gridPos.y + 1 : 0) + 1;
  for (const [name, value] of Object.entries({ "--x": x + 1, "--w": w, "--y": top, "--h": h })) panel.element.style.setProperty(name, value);
  return panel.element;
}

/** Panels by the row above them; a folded row carries its own. */
export function groups(panels) {
  const found = [{ row: null, panels: [] }];
  for (const panel of panels.toSorted((a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x)) {
    if (panel.type === "row") found.push({ row: panel, panels: [...(panel.panels ?? [])] });
    else found.at(-1).panels.push(panel);
  }
  return found.filter((group) => group.panels.length > 0);
}
