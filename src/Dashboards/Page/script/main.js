// The page: what is looked at stands in its address, as in Grafana; everything else follows from it.

import * as annotations from "./annotations.js";
import * as controls from "./controls.js";
import { Grid } from "./grid.js";
import { resolution } from "./interval.js";
import { json, open, scrapeOf, Trouble } from "./source.js";
import { clock, moment, seconds } from "./time.js";
import { Tip } from "./tip.js";
import { Variable } from "./variables.js";

class Page {
  constructor() {
    this.tip = new Tip();
    this.element = document.getElementById("grid");
    new ResizeObserver(() => this.resized()).observe(this.element);
    document.addEventListener("visibilitychange", () => document.hidden || this.refresh());
    addEventListener("popstate", () => this.read().then(() => this.refresh()));
  }

  async start() {
    controls.bind(this);
    try {
      await open();
      await this.read();
      await this.refresh();
    } catch (e) {
      controls.tell(e.message);
    }
  }

  /** Takes everything from the address. */
  async read() {
    const address = new URL(location.href);
    const asked = address.searchParams;
    const uid = address.pathname.split("/")[2];
    const dashboards = await json("/api/search");
    controls.showDashboards(dashboards, uid, (other) => `/d/${other}`);
    if (!dashboards.some((one) => one.uid === uid)) throw new Trouble(`Il n'y a pas de tableau de bord « ${uid} » : choisissez-en un ci-dessus.`);
    this.dashboard = (await json(`/api/dashboards/uid/${encodeURIComponent(uid)}`)).dashboard;
    document.title = `${this.dashboard.title} – Benevoclic`;
    this.from = asked.get("from") ?? this.dashboard.time?.from ?? "now-1h";
    this.to = asked.get("to") ?? this.dashboard.time?.to ?? "now";
    this.every = asked.get("refresh") ?? this.dashboard.refresh ?? "";
    this.only = asked.has("viewPanel") ? Number(asked.get("viewPanel").replace("panel-", "")) : null;
    this.variables = (this.dashboard.templating?.list ?? []).map((model) => new Variable(model, asked.getAll(`var-${model.name}`)));
    this.grid = new Grid(this.element, this.dashboard, this, this.only);
    controls.showDashboards(dashboards, uid, (other) => `/d/${other}?${new URLSearchParams({ from: this.from, to: this.to, refresh: this.every })}`);
    this.repeat(this.every);
  }

  get range() {
    const now = Date.now() / 1000;
    const [from, to] = [moment(this.from, now), moment(this.to, now)];
    return from !== null && to !== null && from < to ? { from, to } : { from: now - 3600, to: now };
  }

  async refresh() {
    const range = this.range;
    controls.showTime(this, range);
    controls.turning(true);
    try {
      await this.loadVariables();
      const values = Object.fromEntries(this.variables.map((variable) => [variable.name, variable.text]));
      const view = { range, values, resolution: resolution(range.from, range.to, 400, scrapeOf()) };
      const marks = annotations.load(this.dashboard, view).catch(() => []);
      await Promise.all(this.grid.panels.map((panel) => panel.refresh(view, marks)));
      controls.tell(null);
      controls.about(`Actualisé à ${clock(Date.now() / 1000)}`);
    } catch (e) {
      controls.tell(e.message);
    } finally {
      controls.turning(false);
      this.element.dataset.drawn = String(Number(this.element.dataset.drawn ?? 0) + 1);
    }
  }

  async loadVariables() {
    await Promise.all(this.variables.map((variable) => variable.load()));
    controls.showVariables(this.variables, (variable, value) => {
      variable.chosen = value.split("|");
      this.write();
      this.refresh();
    });
  }

  look({ from, to }) {
    Object.assign(this, { from, to });
    this.write();
    this.refresh();
  }

  zoom(from, to) {
    this.look({ from: String(Math.round(from * 1000)), to: String(Math.round(to * 1000)) });
  }

  zoomOut() {
    const { from, to } = this.range;
    const now = Date.now() / 1000;
    const end = Math.min(now, to + (to - from) / 2);
    this.zoom(end - 2 * (to - from), end);
  }

  /** @param share of the range, to the past when negative */
  move(share) {
    const { from, to } = this.range;
    const by = Math.min(share * (to - from), Date.now() / 1000 - to);
    this.zoom(from + by, to + by);
  }

  repeat(every) {
    this.every = every;
    clearInterval(this.timer);
    const pause = seconds(every);
    if (pause > 0) this.timer = setInterval(() => document.hidden || this.refresh(), pause * 1000);
    this.write(true);
  }

  alone(id) {
    const address = this.address();
    if (this.only === id) address.searchParams.delete("viewPanel");
    else address.searchParams.set("viewPanel", id);
    history.pushState(null, "", address);
    this.read().then(() => this.refresh());
  }

  /** @param quietly without a step for the browser's "back" */
  write(quietly = false) {
    history[quietly ? "replaceState" : "pushState"](null, "", this.address());
  }

  address() {
    const address = new URL(location.pathname, location.href);
    address.searchParams.set("from", this.from);
    address.searchParams.set("to", this.to);
    address.searchParams.set("refresh", this.every);
    for (const variable of this.variables) for (const value of variable.chosen) address.searchParams.append(`var-${variable.name}`, value);
    if (this.only !== null) address.searchParams.set("viewPanel", this.only);
    return address;
  }

  resized() {
    for (const panel of this.grid?.panels ?? []) panel.drawing?.resize?.();
  }

  repaint() {
    for (const panel of this.grid?.panels ?? []) {
      if (panel.drawing?.key) panel.drawing.key = "";
      panel.drawing?.repaint?.();
    }
  }
}

new Page().start();
