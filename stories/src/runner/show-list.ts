import { element } from "./element.js";
import { addressOf, type Settings } from "./settings.js";
import type { ListedStory } from "./story.js";

/** A row of buttons of which one is pressed. */
function choice<T>(label: string, options: readonly (readonly [string, T])[], choose: (value: T) => void) {
  const buttons = options.map(([text, value], index) => {
    const button = element("button", { type: "button", "aria-pressed": String(index === 0) }, text);
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      choose(value);
    });
    return button;
  });
  return element("div", { role: "group", "aria-label": label }, ...buttons);
}

/** Shows all stories as a list, and beside it the chosen one in a frame, with switches for how to look at it. */
export function showList(stories: readonly ListedStory[]): void {
  const settings: Settings = { theme: "light", language: "en", width: null };
  const frame = element("iframe", { title: "story" }) as HTMLIFrameElement;
  let shown = stories.find(({ id }) => id === location.hash.slice(1)) ?? stories[0];
  const links = new Map<ListedStory, HTMLElement>();

  function show(): void {
    if (shown === undefined) return;
    for (const [story, link] of links) link.toggleAttribute("aria-current", story === shown);
    frame.style.width = settings.width === null ? "" : `${settings.width}px`;
    frame.src = addressOf(shown.id, { ...settings, width: null });
  }

  for (const story of stories) {
    const link = element("a", { href: addressOf(story.id, settings), "data-story": story.id }, story.name);
    link.toggleAttribute("data-same-picture", story.samePicture === true);
    link.toggleAttribute("data-endless", story.endless === true);
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      shown = story;
      history.replaceState(null, "", `#${story.id}`);
      show();
    });
    links.set(story, link);
  }

  const nav = [...new Set(stories.map(({ title }) => title))].flatMap((title) => {
    const members = stories.filter((story) => story.title === title);
    const items = members.map((story) => element("li", {}, links.get(story) ?? ""));
    return [element("h2", {}, title.replace("/", " · ")), element("ul", {}, ...items)];
  });
  const set = (change: Partial<Settings>) => {
    Object.assign(settings, change);
    show();
  };
  const switches = element(
    "div",
    { class: "switches" },
    choice(
      "theme",
      [
        ["light", "light"],
        ["dark", "dark"],
      ] as const,
      (theme) => set({ theme }),
    ),
    choice(
      "language",
      [
        ["English", "en"],
        ["中文", "zh-Hans"],
      ] as const,
      (language) => set({ language }),
    ),
    choice(
      "width",
      [
        ["full", null],
        ["788", 788],
        ["560", 560],
        ["360", 360],
      ] as const,
      (width) => set({ width }),
    ),
  );
  document.body.replaceChildren(
    element(
      "div",
      { class: "list" },
      element("nav", {}, element("h1", {}, "Featurescope stories"), ...nav),
      element("div", { class: "shown" }, switches, frame),
    ),
  );
  show();
}
