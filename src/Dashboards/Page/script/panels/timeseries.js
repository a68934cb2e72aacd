// Lines over time, with thresholds, stacking, annotations and one crosshair for all charts of the page.

import { css, ofSeries, paint } from "../colours.js";
import { make } from "../dom.js";
import { Field } from "../field.js";
import { clock, full, tick } from "../time.js";
import { format } from "../units.js";

const crosshair = () => uPlot.sync("page");
const BYTES = ["bytes", "binBps"];
const BINARY_STEPS = Array.from({ length: 50 }, (_, power) => 2 ** power);

export class TimeSeries {
  constructor(panel, body, page) {
    Object.assign(this, { panel, body, page, hidden: new Set() });
    this.field = Field.of(panel, "");
  }

  show({ series, marks, resolution, range }) {
    Object.assign(this, { series, marks, range });
    this.draw(resolution);
  }

  resize() {
    if (this.plot) this.plot.setSize(this.size());
  }

  repaint() {
    if (this.series) this.draw(this.resolution);
  }

  clear() {
    this.plot?.destroy();
    this.plot = undefined;
  }

  draw(resolution) {
    this.resolution = resolution;
    const key = JSON.stringify([this.series.map((one) => one.name), [...this.hidden], document.documentElement.dataset.theme]);
    const data = this.data(resolution);
    if (this.plot && this.key === key) {
      this.plot.setData(data, false);
      this.plot.setScale("x", { min: this.range.from, max: this.range.to });
      this.legend();
      return;
    }
    this.key = key;
    this.clear();
    this.body.replaceChildren();
    this.chart = this.body.appendChild(make("div", { class: "chart" }));
    this.list = this.body.appendChild(make("ul", { class: "legend" }));
    this.legend();
    this.plot = new uPlot(this.options(), data, this.chart);
    this.plot.setScale("x", { min: this.range.from, max: this.range.to });
  }

  get stacked() {
    return this.panel.fieldConfig?.defaults?.custom?.stacking?.mode === "normal";
  }

  get shown() {
    return this.series.map((one, index) => ({ ...one, index })).filter((one) => !this.hidden.has(one.name));
  }

  /** Columns as uPlot wants them; stacked ones are sums of those below. */
  data({ start, end, step }) {
    const times = Array.from({ length: Math.round((end - start) / step) + 1 }, (_, i) => start + i * step);
    if (!this.stacked) return [times, ...this.shown.map((one) => one.values)];
    const total = new Array(times.length).fill(0);
    const rows = this.shown.map((one) => one.values.map((value, i) => (value === null ? null : (total[i] += value))));
    return [times, ...rows];
  }

  size() {
    // Of the chart's own room: with the panel's padding, the end of the time axis would be cut off.
    const width = this.chart.clientWidth;
    const legend = this.list?.offsetHeight ?? 24;
    return { width: Math.max(120, width), height: Math.max(90, this.body.clientHeight - legend - 2) };
  }

  options() {
    const { min, max, unit } = this.field.config;
    const text = paint("var(--faint)");
    const grid = { stroke: paint("var(--grid)"), width: 1 };
    return {
      ...this.size(),
      padding: [8, 18, 0, 0],
      legend: { show: false },
      cursor: {
        // Moves only: a range that is chosen in one chart is chosen once, and not by each of them.
        sync: { key: crosshair().key, scales: ["x", null], filters: { pub: (type) => type.startsWith("mousemove") || type === "mouseleave" } },
        drag: { x: true, y: false, setScale: false },
        points: { size: 6 },
        bind: { dblclick: () => () => this.page.zoomOut() },
      },
      scales: { x: { time: true, auto: false }, y: { range: (_, low, high) => yRange(low, high, min, max, this.limits()) } },
      axes: [
        { stroke: text, grid, ticks: grid, size: 26, font: "11px system-ui", values: (_, ticks, __, ___, distance) => ticks.map((at) => tick(at, distance)), space: 64 },
        {
          stroke: text, grid, ticks: { show: false }, font: "11px system-ui", space: 34,
          size: (plot, labels) => Math.max(34, 12 + 6.3 * Math.max(0, ...(labels ?? []).map((one) => one?.length ?? 0))),
          ...(BYTES.includes(unit) ? { incrs: BINARY_STEPS } : {}),
          values: (_, ticks) => ticks.map((value) => short(format(value, unit))),
        },
      ],
      series: [{}, ...this.shown.map((one) => this.line(one))],
      bands: this.stacked ? this.shown.slice(1).map((_, i) => ({ series: [i + 2, i + 1] })) : [],
      hooks: {
        drawClear: [(plot) => this.drawMarks(plot)],
        draw: [(plot) => this.drawThresholds(plot)],
        setSelect: [(plot) => this.zoom(plot)],
        setCursor: [(plot) => this.tooltip(plot)],
      },
    };
  }

  line({ name, index }) {
    const { lineWidth = 1, fillOpacity = 0 } = this.panel.fieldConfig?.defaults?.custom ?? {};
    const colour = paint(this.colour(index));
    return {
      label: name,
      stroke: colour,
      width: Math.max(1.5, lineWidth),
      fill: fillOpacity > 0 ? `${colour}${Math.round((fillOpacity / 100) * 255).toString(16).padStart(2, "0")}` : undefined,
      spanGaps: false,
      // A value between two gaps is no line; without a dot it would be invisible.
      points: { show: (plot, row) => isLonely(plot.data[row]), size: 4, fill: colour },
    };
  }

  colour(index) {
    return this.field.config.color?.mode === "fixed" ? css(this.field.config.color.fixedColor) : ofSeries(index);
  }

  limits() {
    return this.panel.fieldConfig?.defaults?.custom?.thresholdsStyle?.mode?.match(/line|dashed/)
      ? (this.field.config.thresholds?.steps ?? []).filter((step) => step.value !== null && step.value !== undefined)
      : [];
  }

  drawThresholds(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.setLineDash([6 * devicePixelRatio, 5 * devicePixelRatio]);
    ctx.lineWidth = devicePixelRatio;
    for (const { value, color } of this.limits()) {
      const y = plot.valToPos(value, "y", true);
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.strokeStyle = paint(css(color));
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  }

  drawMarks(plot) {
    const { ctx, bbox } = plot;
    ctx.save();
    for (const mark of this.marks ?? []) {
      const left = Math.max(bbox.left, plot.valToPos(mark.from, "x", true));
      const right = Math.min(bbox.left + bbox.width, Math.max(plot.valToPos(mark.to, "x", true), left + 2));
      if (right < bbox.left || left > bbox.left + bbox.width) continue;
      ctx.fillStyle = paint(css(mark.colour));
      ctx.globalAlpha = 0.13;
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      ctx.globalAlpha = 0.8;
      ctx.fillRect(left, bbox.top, devicePixelRatio, bbox.height);
      ctx.fillRect(left, bbox.top + bbox.height - 3 * devicePixelRatio, right - left, 3 * devicePixelRatio);
    }
    ctx.restore();
  }

  zoom(plot) {
    if (plot.select.width < 6) return;
    const [from, to] = [plot.posToVal(plot.select.left, "x"), plot.posToVal(plot.select.left + plot.select.width, "x")];
    plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
    this.page.zoom(from, to);
  }

  /** Only the chart under the pointer tells values; the others show the same moment by their crosshair. */
  tooltip(plot) {
    const { idx, left, top } = plot.cursor;
    const over = plot.over.matches(":hover");
    if (idx === null || idx === undefined || left < 0 || !over) {
      if (this.page.tip.owner === this) this.page.tip.hide(this);
      return;
    }
    const at = plot.data[0][idx];
    const rows = this.shown
      .map((one) => ({ name: one.name, value: one.values[idx], colour: this.colour(one.index) }))
      .filter((row) => row.value !== null && row.value !== undefined)
      .sort((a, b) => (this.panel.options?.tooltip?.sort === "none" ? 0 : b.value - a.value));
    const near = (this.marks ?? []).filter((mark) => at >= mark.from - this.resolution.step && at <= mark.to + this.resolution.step);
    const { left: x, top: y } = plot.over.getBoundingClientRect();
    this.page.tip.show(this, x + left, y + top, [
      make("div", { class: "when" }, this.range.to - this.range.from > 86400 ? full(at) : clock(at)),
      ...rows.slice(0, 12).map((row) => entry(row.colour, row.name, this.field.text(row.value))),
      rows.length > 12 ? make("div", { class: "when" }, `… et ${rows.length - 12} autres`) : null,
      ...near.map((mark) => entry(css(mark.colour), mark.text, mark.name)),
    ]);
  }

  legend() {
    if (this.panel.options?.legend?.showLegend === false) return this.list.replaceChildren();
    return this.list.replaceChildren(
      ...this.series.map((one, index) => {
        const last = one.values.findLast((value) => value !== null);
        return make(
          "li",
          {},
          make(
            "button",
            { type: "button", "aria-pressed": String(!this.hidden.has(one.name)), title: "Montrer ou cacher", onclick: () => this.toggle(one.name) },
            make("i", { style: { background: this.colour(index) } }),
            make("span", {}, one.name || "valeur"),
            make("b", {}, this.field.text(last)),
          ),
        );
      }),
    );
  }

  toggle(name) {
    if (!this.hidden.delete(name)) this.hidden.add(name);
    this.draw(this.resolution);
  }
}

const entry = (colour, name, text) =>
  make("div", { class: "entry" }, make("i", { style: { background: colour } }), make("span", {}, name || "valeur"), make("b", {}, text));

/** "1,50" beside a tick says no more than "1,5". */
const short = (text) => text.replace(/,(\d*?)0+(?=\D|$)/, (_, digits) => (digits ? `,${digits}` : ""));

function isLonely(values) {
  return values.some((value, i) => value !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null);
}

/** Room above the highest value, and a threshold only when the values come near it: else it flattens them. */
function yRange(low, high, min, max, limits) {
  const [bottom, top] = [low ?? 0, high ?? 1];
  const near = limits.map((step) => step.value).filter((value) => value <= top * 2);
  const highest = max ?? Math.max(top, ...near);
  const lowest = min ?? Math.min(bottom, ...near.filter((value) => value < bottom));
  const room = (highest - lowest || Math.abs(highest) || 1) * 0.08;
  return [min ?? (lowest === 0 ? 0 : lowest - room), max ?? highest + room];
}
