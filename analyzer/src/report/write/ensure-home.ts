import { homedir } from "node:os";

/**
 * Gives the process a HOME where it has none and its user has no account, as in OpenShift: the canvas asks for it, to look for the user's
 * own fonts, and does not load without an answer.
 */
export function ensureHome(): void {
  try {
    homedir();
  } catch {
    process.env["HOME"] = "/";
  }
}
