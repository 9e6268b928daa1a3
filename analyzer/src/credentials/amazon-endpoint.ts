import type { Environment } from "./environment.js";

/** Of a service, before that of all. */
const NAMES = {
  s3: ["AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL"],
  sts: ["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"],
} as const;

/**
 * Where Amazon's variables say that a service of its kind is, in the order of its libraries; null where they do not.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 */
export function amazonEndpoint(
  environment: Environment,
  service: keyof typeof NAMES,
): { variable: string; text: string } | null {
  if (environment["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]?.trim().toLowerCase() === "true") return null;
  for (const variable of NAMES[service]) {
    const text = environment[variable]?.trim() ?? "";
    if (text !== "") return { variable, text };
  }
  return null;
}
