// What a panel says about its values: unit, decimals, thresholds, texts for certain values; overrides by name included.

import { css, ofThreshold } from "./colours.js";
import { format } from "./units.js";

const OVERRIDES = ["unit", "decimals", "thresholds", "mappings", "displayName", "custom.cellOptions", "color", "min", "max", "noValue"];

export class Field {
  constructor(config) {
    this.config = config ?? {};
  }

  /** The settings of a panel, for the value or column with this name. */
  static of(panel, name) {
    const config = { ...(panel.fieldConfig?.defaults ?? {}) };
    for (const override of panel.fieldConfig?.overrides ?? []) {
      if (!applies(override.matcher, name)) continue;
      for (const { id, value } of override.properties) {
        if (id.startsWith("custom.")) config.custom = { ...config.custom, [id.slice(7)]: value };
        else config[id] = value;
      }
    }
    return new Field(config);
  }

  text(value) {
    const empty = value === null || value === undefined || Number.isNaN(value);
    if (empty) return this.config.noValue ?? "–";
    return this.mapping(value)?.text ?? format(value, this.config.unit, this.config.decimals);
  }

  /** A colour for CSS. */
  colour(value) {
    const mapped = this.mapping(value)?.color;
    if (mapped) return css(mapped);
    return this.config.color?.mode === "fixed" ? css(this.config.color.fixedColor) : ofThreshold(value, this.config.thresholds, this.config);
  }

  mapping(value) {
    for (const mapping of this.config.mappings ?? []) {
      if (mapping.type === "value" && mapping.options[value]) return mapping.options[value];
      if (mapping.type === "range" && value >= (mapping.options.from ?? -Infinity) && value <= (mapping.options.to ?? Infinity))
        return mapping.options.result;
    }
    return undefined;
  }
}

/** What of a panel's settings we do not follow, for people. */
export function ignored(panel) {
  const found = [];
  for (const override of panel.fieldConfig?.overrides ?? []) {
    if (!["byName", "byRegexp"].includes(override.matcher?.id)) found.push(`la règle « ${override.matcher?.id} »`);
    for (const { id } of override.properties) if (!OVERRIDES.includes(id)) found.push(`le réglage « ${id} »`);
  }
  for (const mapping of panel.fieldConfig?.defaults?.mappings ?? [])
    if (!["value", "range"].includes(mapping.type)) found.push(`la correspondance « ${mapping.type} »`);
  return found;
}

function applies(matcher, name) {
  if (matcher?.id === "byName") return matcher.options === name;
  return matcher?.id === "byRegexp" && new RegExp(matcher.options.replace(/^\/|\/$/g, "")).test(name);
}
