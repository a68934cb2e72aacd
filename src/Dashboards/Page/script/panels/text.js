// Words of the dashboard's author, as plain text.

import { make } from "../dom.js";

export class Text {
  constructor(panel, body) {
    Object.assign(this, { panel, body });
  }

  show() {
    const paragraphs = (this.panel.options?.content ?? "").split(/\n{2,}/);
    this.body.replaceChildren(make("div", { class: "words" }, paragraphs.map((text) => make("p", {}, text))));
  }
}
