// The one tooltip of the page.

import { make } from "./dom.js";

export class Tip {
  constructor() {
    this.element = document.body.appendChild(make("div", { class: "tip", hidden: true }));
    addEventListener("scroll", () => this.hide(this.owner), { passive: true });
  }

  /** @param x, y where the pointer is, in the window */
  show(owner, x, y, content) {
    this.owner = owner;
    this.element.replaceChildren(...content.filter(Boolean));
    this.element.hidden = false;
    const { width, height } = this.element.getBoundingClientRect();
    const left = x + 16 + width > innerWidth ? x - 16 - width : x + 16;
    this.element.style.transform = `translate(${Math.max(4, left)}px, ${Math.max(4, Math.min(y + 12, innerHeight - height - 4))}px)`;
  }

  hide(owner) {
    if (this.owner !== owner) return;
    this.element.hidden = true;
    this.owner = undefined;
  }
}
