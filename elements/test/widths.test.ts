import { expect, test } from "vitest";
import { defineElements } from "./define-elements.js";

const tags = defineElements();

/** A box of the page with one of each element, in a layout where content decides the width. */
async function boxOf(style: string): Promise<HTMLElement[]> {
  const elements = tags.map((tag) => {
    const box = document.createElement("div");
    box.style.cssText = `width: 600px; ${style}`;
    const element = document.createElement(tag);
    box.append(element);
    document.body.append(box);
    return element;
  });
  await new Promise(requestAnimationFrame);
  return elements;
}

test.each([
  "display: flex",
  "display: grid; justify-items: start",
  "display: grid; grid-template-columns: auto",
])("%s: each element takes the room that there is, and no more", async (style) => {
  for (const element of await boxOf(style))
    expect([element.localName, element.clientWidth]).toEqual([element.localName, 600]);
});

test("a float and an inline block are as wide as there is room", async () => {
  for (const style of ["float: left", "display: inline-block"])
    for (const element of await boxOf("")) {
      element.style.cssText = style;
      expect([element.localName, element.clientWidth]).toEqual([element.localName, 600]);
    }
});

test("a dialog that is as wide as its content shows them", async () => {
  const dialog = document.createElement("dialog");
  dialog.append(...tags.map((tag) => document.createElement(tag)));
  document.body.append(dialog);
  dialog.showModal();
  await new Promise(requestAnimationFrame);
  for (const element of dialog.children) expect(element.clientWidth).toBeGreaterThan(300);
  dialog.close();
});
