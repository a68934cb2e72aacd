// What stands above the panels: dashboards, variables, range, refresh, theme.

import { make } from "./dom.js";
import { RANGES, span } from "./time.js";

const EVERY = [["", "jamais"], ["2s", "2 s"], ["5s", "5 s"], ["10s", "10 s"], ["30s", "30 s"], ["1m", "1 min"], ["5m", "5 min"]];
const find = (id) => document.getElementById(id);

export function bind(page) {
  find("range").addEventListener("change", (event) => page.look({ from: event.target.value, to: "now" }));
  find("every").addEventListener("change", (event) => page.repeat(event.target.value));
  find("refresh").addEventListener("click", () => page.refresh());
  find("earlier").addEventListener("click", () => page.move(-0.5));
  find("later").addEventListener("click", () => page.move(0.5));
  find("zoom-out").addEventListener("click", () => page.zoomOut());
  find("theme").addEventListener("click", () => {
    const { dataset } = document.documentElement;
    const dark = dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.theme = dark ? "light" : "dark";
    localStorage.setItem("theme", dataset.theme);
    page.repaint();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => page.repaint());
}

export function showDashboards(list, uid, address) {
  find("dashboards").replaceChildren(
    ...list.map((one) => make("a", { href: address(one.uid), "aria-current": one.uid === uid ? "page" : null }, one.title)),
  );
}

export function showTime({ from, to, every }, range) {
  const known = RANGES.some(([value]) => value === from) && to === "now";
  const own = known ? [] : [make("option", { value: from }, span(range.from, range.to))];
  find("range").replaceChildren(...own, ...RANGES.map(([value, text]) => make("option", { value }, text)));
  find("range").value = from;
  const other = EVERY.some(([value]) => value === every) ? [] : [[every, every]];
  find("every").replaceChildren(...[...EVERY, ...other].map(([value, text]) => make("option", { value }, text)));
  find("every").value = every;
}

export function showVariables(variables, choose) {
  find("variables").replaceChildren(
    ...variables
      .filter((variable) => variable.model.hide !== 2)
      .map((variable) =>
        make(
          "label",
          { class: "field" },
          make("span", {}, variable.label),
          make(
            "select",
            { name: variable.name, onchange: (event) => choose(variable, event.target.value) },
            options(variable).map(([value, text]) => make("option", { value, selected: value === chosen(variable) }, text)),
          ),
        ),
      ),
  );
}

const chosen = (variable) => (variable.isAll ? variable.all : variable.chosen.join("|"));

function options(variable) {
  const all = variable.model.includeAll ? [[variable.all, "Tout"]] : [];
  // Several at once come from a link only; they are one choice here.
  const several = variable.chosen.length > 1 && !variable.isAll ? [[variable.chosen.join("|"), variable.chosen.join(", ")]] : [];
  return [...all, ...several, ...variable.values.map((value) => [value, value])];
}

export function tell(text) {
  find("trouble").textContent = text ?? "";
  find("trouble").hidden = !text;
}

export function about(text) {
  find("about").textContent = text;
}

export function turning(on) {
  find("refresh").classList.toggle("turning", on);
}
