import { BlockList, isIP } from "node:net";
import { amazonEndpoint } from "./amazon-endpoint.js";
import { amazonRegion } from "./amazon-region.js";
import type { Environment } from "./environment.js";
import type { KeySource } from "./store-credentials.js";

/** Of ECS, below which a relative address lies. */
const CONTAINER_HOST = "http://169.254.170.2";

/** Where keys may be asked for without TLS: this machine, and what is put beside it, as with Amazon's own libraries. */
function nearby(ipv4: readonly string[], ipv6: string): BlockList {
  const list = new BlockList();
  list.addSubnet("127.0.0.0", 8, "ipv4");
  list.addAddress("::1", "ipv6");
  for (const address of ipv4) list.addAddress(address, "ipv4");
  list.addAddress(ipv6, "ipv6");
  return list;
}

/** Of ECS and EKS, and of EC2. */
const BESIDE_CONTAINER = nearby(["169.254.170.2", "169.254.170.23"], "fd00:ec2::23");
const BESIDE_INSTANCE = nearby(["169.254.169.254"], "fd00:ec2::254");

function isSafe({ protocol, hostname }: URL, near: BlockList): boolean {
  if (protocol === "https:") return true;
  const host = hostname.replace(/[[\]]/g, "");
  const version = isIP(host);
  return version === 0 ? host === "localhost" : near.check(host, version === 4 ? "ipv4" : "ipv6");
}

function addressOf(text: string): URL | null {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}

function ofInstance(environment: Environment, refuse: (fault: string) => void): KeySource | null {
  const name = "AWS_EC2_METADATA_SERVICE_ENDPOINT";
  const text = environment[name]?.trim() ?? "";
  if (text === "" || environment["AWS_EC2_METADATA_DISABLED"]?.trim().toLowerCase() === "true") return null;
  const address = addressOf(text);
  if (address !== null && isSafe(address, BESIDE_INSTANCE)) return { type: "instance", address };
  refuse(
    `${name}: expected http://169.254.169.254, or an address by https or of this machine, found another`,
  );
  return null;
}

/**
 * What Amazon's variables name: the role of a service account before that of the container, and that before the machine's, as its
 * libraries have it. But the machine's is only asked for where a variable says so: elsewhere than on EC2 nobody answers, and a pod
 * would act as its node.
 */
export function sourceOf(environment: Environment, refuse: (fault: string) => void): KeySource | null {
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
  if (relative === null && full === null) return ofInstance(environment, refuse);
  const address = addressOf(relative === null ? (full ?? "") : `${CONTAINER_HOST}${relative}`);
  if (address === null || !isSafe(address, BESIDE_CONTAINER)) {
    const name = `AWS_CONTAINER_CREDENTIALS_${relative === null ? "FULL" : "RELATIVE"}_URI`;
    refuse(`${name}: expected an address by https, or of this machine or of what runs it, found another`);
    return null;
  }
  const token = text("AWS_CONTAINER_AUTHORIZATION_TOKEN");
  const tokenFile = text("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
  return { type: "container", address, token, tokenFile };
}
