import { element } from "./element.js";
import type { Settings } from "./settings.js";
import type { Story } from "./story.js";

/** Shows one story alone on the page: what tests and pictures look at. */
export async function showStory(story: Story, { theme, language, width }: Settings): Promise<void> {
  document.documentElement.lang = language;
  if (theme !== "") document.documentElement.setAttribute("theme", theme);
  document.title = story.name;
  const shown = await story.render();
  if (theme !== "") shown.setAttribute("theme", theme);
  const heading = element("h1", { class: "spoken" }, story.name);
  const stage = element("main", { class: "stage" }, heading, shown);
  if (width !== null) stage.style.width = `${width}px`;
  // Charts measure text with a canvas and keep the widths: the font has to be there first.
  await Promise.allSettled(
    ["400", "500", "600"].map((weight) => document.fonts.load(`${weight} 12px Inter`)),
  );
  document.body.replaceChildren(stage);
}
