import { escapeHtml } from "../http/escape-html.js";
import type { PipelineIndex } from "../index/pipeline-index.js";

/** Words of the page that are not the elements' own. */
const WORDS = {
  en: {
    title: "Feature reports",
    pipelines: "Pipelines",
    none: "There is no report in the store yet. This page shows the first one by itself.",
    unread: "The store has not been read yet. This page shows what is in it by itself.",
    script: "This page needs JavaScript to draw the reports.",
    views: "View",
    report: "Report",
    trend: "Over time",
    compare: "Beside the run before",
    alone: "There is no run before",
    run: "Run",
    newest: "Show the newest",
  },
  "zh-Hans": {
    title: "特征报告",
    pipelines: "流水线",
    none: "存储中还没有报告。第一份报告发布后，本页会自动显示。",
    unread: "尚未读取存储。读取后，本页会自动显示其中的报告。",
    script: "本页需要 JavaScript 来绘制报告。",
    views: "视图",
    report: "报告",
    trend: "随时间变化",
    compare: "与上次运行对比",
    alone: "没有更早的运行",
    run: "运行",
    newest: "显示最新运行",
  },
};

type Words = (typeof WORDS)[PageLanguage];

/** Languages that the page knows. */
export type PageLanguage = keyof typeof WORDS;

/** The page's language for an `Accept-Language` header: the first that it knows, else English. */
export function pageLanguage(header: string): PageLanguage {
  for (const tag of header.toLowerCase().split(",")) {
    if (tag.trim().startsWith("zh")) return "zh-Hans";
    if (tag.trim().startsWith("en")) return "en";
  }
  return "en";
}

function content(pipeline: PipelineIndex, words: Words): string {
  const isAlone = pipeline.runs.length + pipeline.older.size === 1;
  // The page's script lets it be chosen as soon as there is another run.
  const disabled = ` disabled title="${words.alone}"`;
  const views = (["report", "trend", "compare"] as const).map(
    (view) =>
      `<button type="button" data-view="${view}" aria-pressed="${view === "report"}"${isAlone && view === "compare" ? disabled : ""}>${words[view]}</button>`,
  );
  return `<feature-board src="api/v1/pipelines/${pipeline.key}/features" keep-address select-first live></feature-board>
      <div class="views">
        <div role="group" aria-label="${words.views}">
          ${views.join("\n          ")}
        </div>
        <p data-run hidden>${words.run} <b></b> <button type="button">${words.newest}</button></p>
      </div>
      <feature-panel live></feature-panel>`;
}

/**
 * The page at `/`: the board of a pipeline and the panel of the row that is selected in it, from the bundle. Every address is relative,
 * so that it works behind a proxy that puts a path in front. Names are text, wherever they come from.
 * @param isRead whether the store was read once
 */
export function boardPage(
  pipelines: readonly PipelineIndex[],
  chosen: PipelineIndex | undefined,
  language: PageLanguage,
  isRead: boolean,
): string {
  const words = WORDS[language];
  const links = pipelines.map(
    (pipeline) =>
      `<a href="?pipeline=${encodeURIComponent(pipeline.key)}"${pipeline === chosen ? ' aria-current="page"' : ""}>${escapeHtml(pipeline.name)}</a>`,
  );
  const navigation =
    pipelines.length > 1 ? `<nav aria-label="${words.pipelines}">${links.join("")}</nav>` : "";
  return `<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    ${chosen === undefined ? '<meta http-equiv="refresh" content="5" />\n    ' : ""}<title>${escapeHtml(chosen?.name ?? "Featurescope")} · ${words.title}</title>
    <link rel="icon" href="page/icon.svg" />
    <link rel="stylesheet" href="page/board.css" />
    <script type="module" src="page/board.js"></script>
    <script type="module" src="elements/featurescope.js"></script>
  </head>
  <body>
    <header>
      <h1>${words.title}</h1>
      ${navigation}
    </header>
    <main>
      ${chosen === undefined ? `<p>${isRead ? words.none : words.unread}</p>` : content(chosen, words)}
      <noscript>${words.script}</noscript>
    </main>
  </body>
</html>
`;
}
