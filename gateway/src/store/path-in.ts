/** Path of what a folder of a store has by a name, or by a path of its own; `""` is the root. */
export function pathIn(folder: string, name: string): string {
  return folder === "" ? name : `${folder}/${name}`;
}
