import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Path of the first program of these names in the folders of the PATH; undefined where there is none. */
export function onPath(...names) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}
