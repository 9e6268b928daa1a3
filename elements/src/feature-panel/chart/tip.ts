/** Between the pointer or the bin and the tooltip, in px. */
const GAP = 14;
/** Grid on which a bin is looked for, in px. */
const STEP = 3;

/** The tooltip of a chart: text only, beside the pointer, or beside the bin where the keyboard moved the cursor. */
export class Tip {
  #tip: HTMLElement;
  #box: HTMLElement;
  #pointer: { x: number; y: number } | null = null;

  /** @param box that the tooltip is placed in */
  constructor(tip: HTMLElement, box: HTMLElement) {
    this.#tip = tip;
    this.#box = box;
  }

  /** From now on the tooltip is beside the pointer. */
  follow(event: MouseEvent): void {
    const { left, top } = this.#box.getBoundingClientRect();
    this.#pointer = { x: event.clientX - left, y: event.clientY - top };
    if (!this.#tip.hidden) this.#place(this.#pointer);
  }

  /** From now on it is beside the bin. */
  forgetPointer(): void {
    this.#pointer = null;
  }

  /**
   * Says a text.
   * @param pinned whether it stays, and looks so
   * @param isBin tells whether a place in the box belongs to the bin
   */
  show(text: string, pinned: boolean, isBin: (x: number, y: number) => boolean): void {
    this.#tip.textContent = text;
    this.#tip.hidden = false;
    this.#tip.classList.toggle("pinned", pinned);
    this.#place(this.#pointer ?? this.#find(isBin));
  }

  hide(): void {
    this.#tip.hidden = true;
  }

  #place({ x, y }: { x: number; y: number }): void {
    const { clientWidth: width, clientHeight: height } = this.#box;
    const { offsetWidth, offsetHeight } = this.#tip;
    const right = x + GAP;
    const left = right + offsetWidth <= width ? right : Math.max(0, x - GAP - offsetWidth);
    const top = Math.max(0, Math.min(y + GAP, height - offsetHeight));
    this.#tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }

  #find(isBin: (x: number, y: number) => boolean): { x: number; y: number } {
    const { clientWidth: width, clientHeight: height } = this.#box;
    const middle = { x: width / 2, y: height / 2 };
    for (let x = 0; x < width; x += STEP) if (isBin(x, middle.y)) return { x: x + STEP, y: height / 4 };
    for (let y = 0; y < height; y += STEP) if (isBin(middle.x, y)) return { x: middle.x, y };
    return middle;
  }
}
