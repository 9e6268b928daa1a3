/** Default export of a `*.stories.ts` file, shaped as in Storybook's component story format. */
export interface Meta {
  /** Group and subject: `Feature panel/Numeric`. */
  title: string;
}

/** One state of an element: a named export of a `*.stories.ts` file. */
export interface Story {
  /** What it shows, in a few words; the export's name is for addresses. */
  name: string;
  /** Makes the element; the runner puts it on the page. */
  render(): HTMLElement | Promise<HTMLElement>;
  /**
   * Whether the chart that comes alive is the same picture as the report's `chart.png` at 740 CSS px:
   * end-to-end tests then compare the two.
   */
  samePicture?: boolean;
  /** Whether it shows a state that never ends, as loading does: tests then do not wait for it to settle. */
  endless?: boolean;
}

/** A story with its place in the list. */
export interface ListedStory extends Story {
  /** `feature-panel-numeric--zero-heavy`: title and export, in kebab case. */
  id: string;
  title: string;
}
