/** How a story is looked at; kept in the page's address, so that a link shows the same. */
export interface Settings {
  /** Empty for the reader's own preference. */
  theme: "" | "light" | "dark";
  language: "en" | "zh-Hans";
  /** CSS px of the stage; null for the whole page. */
  width: number | null;
}

/** Settings from an address's parameters `theme`, `lang` and `width`. */
export function readSettings(parameters: URLSearchParams): Settings {
  const theme = parameters.get("theme");
  const width = Number(parameters.get("width"));
  return {
    theme: theme === "light" || theme === "dark" ? theme : "",
    language: parameters.get("lang") === "zh-Hans" ? "zh-Hans" : "en",
    width: width > 0 ? width : null,
  };
}

/** The opposite of {@link readSettings}, with the story to show. */
export function addressOf(story: string, { theme, language, width }: Settings): string {
  const parameters = new URLSearchParams({ story });
  if (theme !== "") parameters.set("theme", theme);
  if (language !== "en") parameters.set("lang", language);
  if (width !== null) parameters.set("width", String(width));
  return `?${parameters}`;
}
