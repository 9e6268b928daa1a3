import { expect, test } from "vitest";
import { gatewayOfScript } from "../../src/feature-monitor-panel/gateway-of-script.js";

test.each([
  ["https://bank.example/elements/featurescope.js", "https://bank.example"],
  ["https://bank.example/ml/features/elements/featurescope.js", "https://bank.example/ml/features"],
  ["https://bank.example/ml/elements/edc809b3b011/featurescope.js?v=1", "https://bank.example/ml"],
  ["https://bank.example/ml/elements/chunks/panel-DaAOmtFQ.js", "https://bank.example/ml"],
  // Bundled with an application, or from a package: nothing tells where a gateway is but the origin.
  ["https://bank.example/assets/application.js", "https://bank.example"],
  ["https://bank.example/node_modules/@featurescope/elements/dist/featurescope.js", "https://bank.example"],
])("the gateway that gave %s is %s", (script, gateway) => {
  expect(gatewayOfScript(script)).toBe(gateway);
});
