import { Option } from "commander";
import type { PictureFile } from "../../artifact/index.js";
import { type GivenOptions, valueOption } from "../command.js";
import type { Faults } from "../faults.js";
import { textOf } from "./option-values.js";

const THEMES = ["light", "dark"];

/** Options of every command that draws pictures. */
export function pictureOptions(): Option[] {
  return [
    valueOption("--pictures <themes>", "light (default) or light,dark: with chart-dark.png beside chart.png"),
    new Option("--no-pictures", "leave out chart.png and card.png"),
  ];
}

/** Reads the options of {@link pictureOptions}: the pictures to be drawn of each feature. Light ones are drawn if any. */
export function readPictures(given: GivenOptions, faults: Faults): PictureFile[] {
  if (given["pictures"] === false) return [];
  const themes = textOf(given["pictures"])?.split(",") ?? [];
  const unknown = themes.find((theme) => !THEMES.includes(theme.trim()));
  if (unknown !== undefined)
    faults.add(
      `--pictures: expected ${THEMES.join(" or ")}, found ${unknown}; --no-pictures leaves them out`,
    );
  const dark: PictureFile[] = themes.some((theme) => theme.trim() === "dark") ? ["chart-dark.png"] : [];
  return ["chart.png", ...dark, "card.png"];
}
