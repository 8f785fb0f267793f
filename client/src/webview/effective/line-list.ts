import type { EffectiveLine } from "../../../../server/src/protocol.ts";
import type { PageTexts } from "../../effective-messages.ts";
import { createRow, fillRow } from "./row.ts";

const renderAllLimit = 5000;
const margin = 60;

/**
 * The list of lines: all of them up to 5,000, else those around the visible part. One row is in the tab order; arrow
 * keys, Home, End, Page Up and Page Down move from there. Lives as long as the page.
 */
export class LineList {
  readonly #host: HTMLElement;
  readonly #onPick: (index: number) => void;
  readonly #texts: PageTexts;
  #lines: readonly EffectiveLine[] = [];
  #first = 0;
  #current = 0;
  #rowHeight = 20;

  constructor(host: HTMLElement, texts: PageTexts, onPick: (index: number) => void) {
    this.#host = host;
    this.#texts = texts;
    this.#onPick = onPick;
    host.addEventListener("click", (event) => {
      const index = indexOf(event.target);
      if (index === undefined) return;
      this.#makeCurrent(index);
      this.#onPick(index);
    });
    host.addEventListener("focusin", (event) => {
      const index = indexOf(event.target);
      if (index !== undefined) this.#makeCurrent(index);
    });
    host.addEventListener("keydown", (event) => this.#key(event));
    addEventListener("scroll", () => this.#scrolled(), { passive: true });
    addEventListener("resize", () => this.#scrolled());
  }

  /** Shows these lines; focus and scroll position stay where they are. */
  show(lines: readonly EffectiveLine[]): void {
    this.#lines = lines;
    this.#current = Math.max(0, Math.min(this.#current, lines.length - 1));
    this.#measure();
    this.#render(true);
  }

  /** Renders what is around the scroll position, after it was set from outside. */
  settle(): void {
    this.#scrolled();
  }

  #windowed(): boolean {
    return this.#lines.length > renderAllLimit;
  }

  #measure(): void {
    const row = this.#host.firstElementChild;
    const height = row instanceof HTMLElement ? row.offsetHeight : 0;
    if (height > 0) this.#rowHeight = height;
  }

  #scrolled(): void {
    if (this.#windowed()) this.#render(false);
  }

  #range(): readonly [first: number, end: number] {
    if (!this.#windowed()) return [0, this.#lines.length];
    const above = Math.max(0, -this.#host.getBoundingClientRect().top);
    const first = Math.max(0, Math.floor(above / this.#rowHeight) - margin);
    return [first, Math.min(this.#lines.length, first + Math.ceil(innerHeight / this.#rowHeight) + 2 * margin)];
  }

  #render(changed: boolean): void {
    const [first, end] = this.#range();
    if (!changed && first === this.#first && end - first === this.#host.childElementCount) return;
    const focused = indexOf(document.activeElement);
    this.#first = first;
    while (this.#host.childElementCount > end - first) this.#host.lastElementChild?.remove();
    const added: HTMLElement[] = [];
    for (let count = this.#host.childElementCount; count < end - first; count++) added.push(createRow());
    this.#host.append(...added);
    for (let index = first; index < end; index++) {
      const row = this.#row(index);
      const line = this.#lines[index];
      if (row !== undefined && line !== undefined) fillRow(row, line, index, this.#texts);
    }
    this.#space(first, end);
    this.#updateTabStop();
    // The row elements are reused: the focus must follow the line, not the element.
    if (focused !== undefined && indexOf(document.activeElement) !== focused)
      this.#row(focused)?.focus({ preventScroll: true });
  }

  #space(first: number, end: number): void {
    this.#host.style.paddingTop = `${first * this.#rowHeight}px`;
    this.#host.style.paddingBottom = `${(this.#lines.length - end) * this.#rowHeight}px`;
  }

  #row(index: number): HTMLButtonElement | undefined {
    const row = this.#host.children[index - this.#first];
    return row instanceof HTMLButtonElement ? row : undefined;
  }

  #makeCurrent(index: number): void {
    this.#current = index;
    this.#updateTabStop();
  }

  #updateTabStop(): void {
    for (const row of this.#host.querySelectorAll<HTMLElement>('[tabindex="0"]')) row.tabIndex = -1;
    // In a windowed list the current line may be out of sight; the first rendered one then takes its place.
    const row = this.#row(this.#current) ?? this.#row(this.#first);
    if (row !== undefined) row.tabIndex = 0;
  }

  #key(event: KeyboardEvent): void {
    const focused = indexOf(event.target);
    if (focused === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor(innerHeight / this.#rowHeight) - 2);
    const last = this.#lines.length - 1;
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: focused + 1,
      ArrowUp: focused - 1,
      PageDown: focused + page,
      PageUp: focused - page,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    this.#focus(Math.max(0, Math.min(last, target)));
  }

  #focus(index: number): void {
    if (this.#row(index) === undefined) {
      const top = this.#host.getBoundingClientRect().top + scrollY;
      scrollTo({ top: top + index * this.#rowHeight - innerHeight / 2 });
      this.#render(false);
    }
    this.#makeCurrent(index);
    const row = this.#row(index);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: "nearest" });
  }
}

function indexOf(target: EventTarget | null): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>(".line") : null;
  return row?.dataset.index === undefined ? undefined : Number(row.dataset.index);
}
