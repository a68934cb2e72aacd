// GitHub's parser imports its JSON as a bundler allows it; Node wants each such import to say that it is JSON.
import { register } from "node:module";

const hook = `
export const load = (url, context, next) =>
  next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
