import { escapeHtml } from "../http/escape-html.js";

/** As much of the description as the page shows. */
export interface OpenapiDocument {
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, DescribedOperation>>;
}

interface DescribedSchema {
  type: string;
  enum?: string[];
  minimum?: number;
  maximum?: number;
}

interface DescribedOperation {
  summary: string;
  parameters: { name: string; in: string; description: string; schema: DescribedSchema }[];
  responses: Record<string, { description: string; content?: Record<string, { schema: { $ref?: string } }> }>;
}

/** Text with `code` between backticks. */
function prose(text: string): string {
  return escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");
}

function row(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function schemaText({ type, enum: words, minimum, maximum }: DescribedSchema): string {
  return words?.join(", ") ?? (minimum === undefined ? type : `${minimum} to ${maximum}`);
}

function operation(
  method: string,
  path: string,
  { summary, parameters, responses }: DescribedOperation,
): string {
  const asked = parameters.map(({ name, in: place, description, schema }) =>
    row([
      `<code>${escapeHtml(place === "query" ? `?${name}=` : `{${name}}`)}</code>`,
      prose(description),
      escapeHtml(schemaText(schema)),
    ]),
  );
  const answers = Object.entries(responses).map(([status, { description, content = {} }]) => {
    const [type = "", body] = Object.entries(content)[0] ?? [];
    const schema = body?.schema.$ref?.split("/").at(-1);
    return row([status, prose(description), escapeHtml(schema === undefined ? type : `${type}: ${schema}`)]);
  });
  return `<section>
  <h2><span>${method.toUpperCase()}</span> <code>${escapeHtml(path)}</code></h2>
  <p>${prose(summary)}.</p>
  <table>${[...asked, ...answers].join("")}</table>
</section>`;
}

/** The description as a page: what can be asked, and what is answered. */
export function docsPage({ info, paths }: OpenapiDocument): string {
  const sections = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => operation(method, path, described)),
  );
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeHtml(info.title)}</title>
    <link rel="stylesheet" href="page/docs.css" />
  </head>
  <body>
    <h1>${escapeHtml(info.title)} <small>${escapeHtml(info.version)}</small></h1>
    <p>${prose(info.description)} For programs: <a href="openapi.json">openapi.json</a>.</p>
    ${sections.join("\n")}
  </body>
</html>
`;
}
