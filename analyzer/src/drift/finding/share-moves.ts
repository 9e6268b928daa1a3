import type { Drift, Finding } from "../../artifact/index.js";
import { isAlarm } from "../verdict/worst-part.js";
import { shareArguments } from "./finding-bins.js";

/** The clauses of missing rows and unseen levels that any finding may carry. */
export function shareMoves(drift: Drift): Finding["arguments"] {
  const { missing, unseen } = drift.verdicts;
  return {
    ...(isAlarm(missing) ? missingShares(drift) : {}),
    ...(isAlarm(unseen)
      ? { unseenCurrent: drift.unseenShare, unseenReference: drift.unseenShareExpected }
      : {}),
  };
}

function missingShares(drift: Drift): Finding["arguments"] {
  const bin = drift.bins.find((bin) => bin.type === "missing");
  if (bin === undefined) return {};
  const { shareReference, shareCurrent } = shareArguments(drift, bin);
  return { missingReference: shareReference, missingCurrent: shareCurrent };
}
