import "@featurescope/elements";
import { findStories } from "./find-stories.js";
import { readSettings } from "./settings.js";
import { showList } from "./show-list.js";
import { showStory } from "./show-story.js";

const parameters = new URLSearchParams(location.search);
const stories = findStories();
const wanted = parameters.get("story");
const story = stories.find(({ id }) => id === wanted);
if (wanted !== null && story === undefined) throw new Error(`There is no story ${wanted}.`);
if (story === undefined) showList(stories);
else await showStory(story, readSettings(parameters));
