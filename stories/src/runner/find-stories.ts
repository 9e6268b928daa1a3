import type { ListedStory, Meta, Story } from "./story.js";

type StoryModule = { default: Meta } & Record<string, Meta | Story>;

function kebab(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .toLowerCase();
}

function isStory(value: Meta | Story): value is Story {
  return "render" in value;
}

/** Every story of every `*.stories.ts` file, in the order of the files and of their exports. */
export function findStories(): ListedStory[] {
  const modules = import.meta.glob<StoryModule>("../**/*.stories.ts", { eager: true });
  return Object.values(modules).flatMap(({ default: { title }, ...named }) =>
    Object.entries(named).flatMap(([key, story]) =>
      isStory(story) ? [{ ...story, title, id: `${kebab(title)}--${kebab(key)}` }] : [],
    ),
  );
}
