// Numbers for people, in French, by the names that Grafana gives to units.

const NUMBER = (digits) => new Intl.NumberFormat("fr-FR", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const NUMBERS = [0, 1, 2, 3, 4].map(NUMBER);
const NARROW = "\u202f";

const SI = [[1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"]];
const IEC = [[2 ** 40, "Ti"], [2 ** 30, "Gi"], [2 ** 20, "Mi"], [2 ** 10, "Ki"]];

export const KNOWN = ["none", "short", "percent", "percentunit", "s", "ms", "dtdurations", "bytes", "decbytes", "Bps", "binBps",
  "reqps", "ops", "dateTimeAsLocal", "dateTimeAsIso", "dateTimeFromNow"];

/**
 * @param value a number
 * @param unit Grafana's name of its unit
 * @param decimals how many; by default as many as make three digits
 */
export function format(value, unit = "none", decimals = undefined) {
  if (value === null || value === undefined || Number.isNaN(value)) return "–";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  switch (unit) {
    case "none": return plain(value, decimals);
    case "short": return scaled(value, SI, "", decimals);
    case "percent": return `${plain(value, decimals)}${NARROW}%`;
    case "percentunit": return `${plain(value * 100, decimals)}${NARROW}%`;
    case "s": return duration(value, decimals);
    case "ms": return duration(value / 1000, decimals);
    case "dtdurations": return inWords(value);
    case "bytes": return scaled(value, IEC, "o", decimals);
    case "decbytes": return scaled(value, SI, "o", decimals);
    case "Bps": return scaled(value, SI, "o/s", decimals);
    case "binBps": return scaled(value, IEC, "o/s", decimals);
    case "reqps": return `${plain(value, decimals)}${NARROW}req/s`;
    case "ops": return `${plain(value, decimals)}${NARROW}op/s`;
    case "dateTimeAsLocal": return new Intl.DateTimeFormat("fr-FR", { dateStyle: "short", timeStyle: "medium" }).format(value);
    case "dateTimeAsIso": return new Date(value).toISOString();
    case "dateTimeFromNow": return `il y a ${inWords((Date.now() - value) / 1000)}`;
    default: return `${plain(value, decimals)}${NARROW}${unit}`;
  }
}

function plain(value, decimals) {
  return NUMBERS[Math.min(decimals ?? digitsOf(value), 4)].format(value);
}

/** Three digits that count; whole numbers get none behind the comma. */
function digitsOf(value) {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100) return 0;
  return size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
}

function scaled(value, steps, unit, decimals) {
  const [divisor, prefix] = steps.find(([size]) => Math.abs(value) >= size) ?? [1, ""];
  const text = plain(value / divisor, decimals ?? (divisor === 1 && unit === "o" ? 0 : undefined));
  return prefix || unit ? `${text}${NARROW}${prefix}${unit}` : text;
}

function duration(value, decimals) {
  const size = Math.abs(value);
  if (size === 0) return `0${NARROW}s`;
  if (size < 0.001) return `${plain(value * 1e6, decimals)}${NARROW}µs`;
  if (size < 1) return `${plain(value * 1e3, decimals)}${NARROW}ms`;
  if (size < 60) return `${plain(value, decimals)}${NARROW}s`;
  if (size < 3600) return `${plain(value / 60, decimals ?? 1)}${NARROW}min`;
  if (size < 86400) return `${plain(value / 3600, decimals ?? 1)}${NARROW}h`;
  return `${plain(value / 86400, decimals ?? 1)}${NARROW}j`;
}

function inWords(value) {
  const parts = [["j", 86400], ["h", 3600], ["min", 60], ["s", 1]];
  let rest = Math.max(0, Math.round(value));
  const words = [];
  for (const [unit, size] of parts) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) words.push(`${count}${NARROW}${unit}`);
  }
  return words.slice(0, 2).join(" ") || `0${NARROW}s`;
}
