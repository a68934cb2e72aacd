// Moments and ranges as Grafana writes them in addresses: "now-1h", or milliseconds since 1970.

const UNITS = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

export const RANGES = [
  ["now-5m", "5 dernières minutes"],
  ["now-15m", "15 dernières minutes"],
  ["now-30m", "30 dernières minutes"],
  ["now-1h", "Dernière heure"],
  ["now-3h", "3 dernières heures"],
  ["now-6h", "6 dernières heures"],
  ["now-12h", "12 dernières heures"],
  ["now-24h", "24 dernières heures"],
  ["now-2d", "2 derniers jours"],
  ["now-7d", "7 derniers jours"],
];

/** Seconds since 1970; null for what is no moment. */
export function moment(text, now) {
  if (text === "now") return now;
  const back = /^now-(\d+)([smhdw])$/.exec(text);
  if (back) return now - back[1] * UNITS[back[2]];
  return /^\d{11,}$/.test(text) ? Number(text) / 1000 : null;
}

/** Seconds that "10s" or "5m" stand for; 0 when it is neither. */
export function seconds(text) {
  const parts = /^(\d+)([smhd])$/.exec(text ?? "");
  return parts ? parts[1] * UNITS[parts[2]] : 0;
}

const DAY = new Intl.DateTimeFormat("fr-FR", { day: "2-digit", month: "2-digit" });
const MINUTE = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit" });
const SECOND = new Intl.DateTimeFormat("fr-FR", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const FULL = new Intl.DateTimeFormat("fr-FR", { dateStyle: "short", timeStyle: "medium" });

export const full = (at) => FULL.format(at * 1000);
export const clock = (at) => SECOND.format(at * 1000);

/** The text under a tick: no finer than the distance between two of them. */
export function tick(at, distance) {
  const date = at * 1000;
  if (distance >= 86400) return DAY.format(date);
  if (distance >= 43200) return `${DAY.format(date)} ${MINUTE.format(date)}`;
  return distance >= 60 ? MINUTE.format(date) : SECOND.format(date);
}

export function span(from, to) {
  return `${full(from)} – ${full(to)}`;
}
