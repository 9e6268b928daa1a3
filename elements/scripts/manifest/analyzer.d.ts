// The analyzer's own types leave out what it exports to be called.
declare module "@custom-elements-manifest/analyzer" {
  import type { Package } from "custom-elements-manifest/schema";

  export const ts: {
    ScriptTarget: { ES2015: number };
    createSourceFile(name: string, text: string, target: number, setParentNodes: boolean): unknown;
  };
  export function create(options: { modules: unknown[]; plugins: unknown[] }): Package;
}
declare module "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js" {
  export function litPlugin(): unknown[];
}
