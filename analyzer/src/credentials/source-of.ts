import { BlockList, isIP } from "node:net";
import { amazonEndpoint } from "./amazon-endpoint.js";
import { amazonRegion } from "./amazon-region.js";
import type { KeySource } from "./store-credentials.js";

/** Of ECS, below which a relative address lies. */
const CONTAINER_HOST = "http://169.254.170.2";

/** Where keys may be asked for without TLS: this machine, and what ECS and EKS put beside it, as with Amazon's own libraries. */
const nearby = new BlockList();
nearby.addSubnet("127.0.0.0", 8, "ipv4");
nearby.addAddress("::1", "ipv6");
nearby.addAddress("169.254.170.2", "ipv4");
nearby.addAddress("169.254.170.23", "ipv4");
nearby.addAddress("fd00:ec2::23", "ipv6");

function isNearby({ hostname }: URL): boolean {
  const host = hostname.replace(/[[\]]/g, "");
  const version = isIP(host);
  return version === 0 ? host === "localhost" : nearby.check(host, version === 4 ? "ipv4" : "ipv6");
}

function addressOf(text: string): URL | null {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}

/** What Amazon's variables name: the role of a service account before that of the container, as its libraries have it. */
export function sourceOf(
  environment: Readonly<Record<string, string | undefined>>,
  refuse: (fault: string) => void,
): KeySource | null {
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const [role, identityFile] = [text("AWS_ROLE_ARN"), text("AWS_WEB_IDENTITY_TOKEN_FILE")];
  if (role !== null && identityFile !== null) {
    const region = amazonRegion(environment);
    const suffix = region?.startsWith("cn-") ? ".cn" : "";
    const standard = `https://sts.${region === null ? "" : `${region}.`}amazonaws.com${suffix}`;
    const named = amazonEndpoint(environment, "sts");
    const service = addressOf(named?.text ?? standard);
    if (service === null)
      refuse(`${named?.variable}: expected an address such as https://sts.example.com, found none`);
    const session = text("AWS_ROLE_SESSION_NAME") ?? "featurescope";
    return service && { type: "web-identity", service, role, session, tokenFile: identityFile };
  }
  const relative = text("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
  const full = text("AWS_CONTAINER_CREDENTIALS_FULL_URI");
  if (relative === null && full === null) return null;
  const address = addressOf(relative === null ? (full ?? "") : `${CONTAINER_HOST}${relative}`);
  if (address === null || (address.protocol === "http:" && !isNearby(address))) {
    const name = `AWS_CONTAINER_CREDENTIALS_${relative === null ? "FULL" : "RELATIVE"}_URI`;
    refuse(`${name}: expected an address by https, or of this machine or of what runs it, found another`);
    return null;
  }
  const token = text("AWS_CONTAINER_AUTHORIZATION_TOKEN");
  const tokenFile = text("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
  return { type: "container", address, token, tokenFile };
}
