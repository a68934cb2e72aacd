// Asks Prometheus, through the server that this page came from.

const DEFAULT = "benevoclic-prometheus";
const NAME = /\{\{\s*([\w.]+)\s*\}\}/g;

export class Trouble extends Error {}

let sources = new Map();

export async function open() {
  sources = new Map((await json("/api/datasources")).map((source) => [source.uid, source]));
}

/** Seconds between two scrapes, as the data source is provisioned. */
export const scrapeOf = (uid) => sources.get(uid ?? DEFAULT)?.interval ?? 15;

/** @returns null when it is a Prometheus of ours; else words that say why not */
export function refuses(datasource) {
  const type = datasource?.type;
  if (type && type !== "prometheus") return `la source « ${type} »`;
  const uid = datasource?.uid ?? DEFAULT;
  return sources.get(uid)?.type === "prometheus" ? null : `la source « ${uid} »`;
}

export async function json(url, signal) {
  let answer;
  try {
    answer = await fetch(url, { signal });
  } catch (e) {
    if (e.name === "AbortError") throw e;
    throw new Trouble("La visionneuse ne répond plus : ./benevoclic up est-il arrêté ?");
  }
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Trouble(body?.error ?? `${url} a répondu ${answer.status}`);
  return body;
}

function ask(uid, path, parameters, signal) {
  const base = `/api/datasources/proxy/uid/${encodeURIComponent(uid ?? DEFAULT)}/api/v1/${path}`;
  return json(`${base}?${new URLSearchParams(parameters)}`, signal).then((answer) => answer.data);
}

/** @returns [{name, labels, values: [value or null at each step]}] */
export async function range(uid, expr, { start, end, step }, legend, signal) {
  const data = await ask(uid, "query_range", { query: expr, start, end, step }, signal);
  const count = Math.round((end - start) / step) + 1;
  return data.result.map(({ metric, values }) => {
    const row = new Array(count).fill(null);
    for (const [at, value] of values) row[Math.round((at - start) / step)] = number(value);
    return { name: nameOf(metric, legend), labels: metric, values: row };
  });
}

/** @returns [{name, labels, value}] */
export async function instant(uid, expr, at, legend, signal) {
  const data = await ask(uid, "query", { query: expr, time: at }, signal);
  if (data.resultType === "scalar") return [{ name: legend ?? expr, labels: {}, value: number(data.result[1]) }];
  return data.result.map(({ metric, value }) => ({ name: nameOf(metric, legend), labels: metric, value: number(value[1]) }));
}

export async function labelValues(uid, query, signal) {
  const parts = /^label_values\((?:(.+),\s*)?(\w+)\)$/s.exec(query);
  if (!parts) throw new Trouble(`« ${query} » : seule la forme label_values(…, étiquette) est comprise ici.`);
  return ask(uid, `label/${parts[2]}/values`, parts[1] ? { "match[]": parts[1] } : {}, signal);
}

export const labelled = (legend, labels) => legend.replace(NAME, (_, label) => labels[label] ?? "").replace(/\s+/g, " ").trim();

function nameOf(labels, legend) {
  if (legend && legend !== "__auto") return labelled(legend, labels);
  const { __name__: metric = "", ...rest } = labels;
  const inner = Object.entries(rest).map(([key, value]) => `${key}="${value}"`).join(", ");
  return metric || inner ? `${metric}${inner && `{${inner}}`}` : "valeur";
}

/** Not a number and infinite are no points on a chart. */
function number(text) {
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
