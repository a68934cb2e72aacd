// A panel of the grid: its frame, its questions, and what became of them.

import { make } from "./dom.js";
import { ignored } from "./field.js";
import { resolution, substitute } from "./interval.js";
import { Gauge } from "./panels/gauge.js";
import { Stat } from "./panels/stat.js";
import { Table, TRANSFORMATIONS } from "./panels/table.js";
import { Text } from "./panels/text.js";
import { Timeline } from "./panels/timeline.js";
import { TimeSeries } from "./panels/timeseries.js";
import { isKnown } from "./reduce.js";
import { instant, range as askRange, refuses, scrapeOf } from "./source.js";

const TYPES = { timeseries: TimeSeries, stat: Stat, gauge: Gauge, table: Table, "state-timeline": Timeline, text: Text };

export class Panel {
  constructor(model, page) {
    Object.assign(this, { model, page });
    this.body = make("div", { class: "body" });
    this.note = make("p", { class: "note", hidden: true });
    const name = `panel-${model.id}`;
    this.element = make(
      "section",
      { class: `panel kind-${model.type}`, "aria-labelledby": name, "data-panel": model.id },
      make("header", {}, make("h3", { id: name, title: model.description ?? "" }, model.title), this.tools()),
      this.body,
      this.note,
    );
    const Type = TYPES[model.type];
    this.drawing = Type ? new Type(model, this.body, page) : null;
    const strange = this.strange();
    if (strange.length > 0) this.say(`N'est pas dessiné ici : ${strange.join(", ")}. Grafana le fait.`, "partial");
  }

  tools() {
    const { id, description } = this.model;
    return make(
      "div",
      { class: "tools" },
      description ? make("button", { type: "button", class: "about", title: description, "aria-label": `À propos : ${description}`, onclick: () => this.explain() }, "i") : null,
      make("button", { type: "button", class: "alone", title: "En grand, ou retour", "aria-label": "En grand, ou retour", onclick: () => this.page.alone(id) }, "⤢"),
    );
  }

  /** On a phone nothing hovers: a tap shows the description. */
  explain() {
    const shown = this.element.querySelector(".explanation");
    if (shown) shown.remove();
    else this.body.before(make("p", { class: "explanation" }, this.model.description));
  }

  /** What this panel wants that we cannot draw. */
  strange() {
    const found = ignored(this.model);
    if (!this.drawing) found.push(`un panneau « ${this.model.type} »`);
    for (const { id } of this.model.transformations ?? []) if (!TRANSFORMATIONS.includes(id)) found.push(`la transformation « ${id} »`);
    for (const calc of this.model.options?.reduceOptions?.calcs ?? []) if (!isKnown(calc)) found.push(`le calcul « ${calc} »`);
    for (const target of this.targets()) {
      const refused = refuses(target.datasource ?? this.model.datasource);
      if (refused) found.push(refused);
    }
    return [...new Set(found)];
  }

  targets() {
    return (this.model.targets ?? []).filter((target) => !target.hide);
  }

  /** Asks and draws. What was drawn before stays until then. */
  async refresh(view, marks) {
    if (!this.drawing) return;
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    try {
      const fine = this.resolution(view.range);
      const answers = await Promise.all(
        this.targets()
          .filter((target) => target.expr && !refuses(target.datasource ?? this.model.datasource))
          .map(async (target) => ({ refId: target.refId, series: await this.ask(target, fine, view, asking.signal) })),
      );
      this.show({ answers, series: answers.flatMap((answer) => answer.series), marks: await marks, resolution: fine, range: view.range });
    } catch (e) {
      if (e.name !== "AbortError") this.fail(e);
    }
  }

  resolution(range) {
    const width = Math.min(this.body.clientWidth || 400, this.model.maxDataPoints ?? Infinity);
    const { uid } = this.model.datasource ?? {};
    return resolution(range.from, range.to, width, scrapeOf(uid));
  }

  async ask(target, fine, { range, values }, signal) {
    const { uid } = target.datasource ?? this.model.datasource ?? {};
    const expr = substitute(target.expr, fine, range, values);
    if (!target.instant) return askRange(uid, expr, fine, target.legendFormat, signal);
    const found = await instant(uid, expr, range.to, target.legendFormat, signal);
    return found.map((one) => ({ ...one, values: [one.value] }));
  }

  show(answer) {
    this.element.classList.remove("failed");
    const needsSeries = this.model.type === "timeseries" && !answer.series.some((one) => one.values.some((value) => value !== null));
    if (needsSeries) {
      this.drawing.clear();
      this.drawing.key = undefined;
      this.body.replaceChildren(make("p", { class: "empty" }, this.model.fieldConfig?.defaults?.noValue ?? "Aucune donnée"));
      return;
    }
    this.drawing.show(answer);
  }

  fail(e) {
    this.element.classList.add("failed");
    this.drawing.clear?.();
    if (this.drawing.key) this.drawing.key = undefined;
    this.body.replaceChildren(make("p", { class: "empty error" }, e.message));
  }

  say(text, kind) {
    this.note.textContent = text;
    this.note.hidden = false;
    this.element.classList.add(kind);
  }
}
