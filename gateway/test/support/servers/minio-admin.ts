import { createCipheriv, createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";

interface Credentials {
  accessKey: string;
  secretKey: string;
}

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** A body as MinIO's admin calls want it: salt, a marker for PBKDF2 with AES-256-GCM, nonce, and one sealed fragment. */
function seal(secret: string, plain: Buffer): Buffer {
  const salt = randomBytes(32);
  const nonce = randomBytes(8);
  const key = pbkdf2Sync(secret, salt, 8192, 32, "sha256");
  const fragment = (counter: number, aad: Buffer | null, data: Buffer): Buffer => {
    const iv = Buffer.alloc(12);
    nonce.copy(iv);
    iv.writeUInt32LE(counter, 8);
    const cipher = createCipheriv("aes-256-gcm", key, iv);
    if (aad !== null) cipher.setAAD(aad);
    return Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]);
  };
  const aad = Buffer.concat([Buffer.of(0x80), fragment(0, null, Buffer.alloc(0))]);
  return Buffer.concat([salt, Buffer.of(0x02), nonce, fragment(1, aad, plain)]);
}

/** The few admin calls that tests need; minio-js has none, and the `mc` program is not at hand. */
export function adminOf(endpoint: URL, { accessKey, secretKey }: Credentials) {
  async function put(
    call: string,
    query: Record<string, string>,
    body: Buffer = Buffer.alloc(0),
  ): Promise<void> {
    const path = `/minio/admin/v3/${call}`;
    const time = new Date().toISOString().replace(/[-:]|\.\d{3}/g, "");
    const headers = { host: endpoint.host, "x-amz-content-sha256": sha256(body), "x-amz-date": time };
    const names = Object.keys(headers).join(";");
    const search = Object.entries(query)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join("&");
    const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
    const canonical = ["PUT", path, search, ...lines, "", names, headers["x-amz-content-sha256"]].join("\n");
    const scope = [time.slice(0, 8), "us-east-1", "s3", "aws4_request"];
    const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
    const text = ["AWS4-HMAC-SHA256", time, scope.join("/"), sha256(canonical)].join("\n");
    const signature = hmac(key, text).toString("hex");
    const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope.join("/")}, SignedHeaders=${names}, Signature=${signature}`;
    const answer = await fetch(`${endpoint.origin}${path}?${search}`, {
      method: "PUT",
      headers: { ...headers, authorization },
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    if (!answer.ok) throw new Error(`${call}: ${answer.status} ${await answer.text()}`);
  }

  return {
    addPolicy: (name: string, policy: unknown) =>
      put("add-canned-policy", { name }, Buffer.from(JSON.stringify(policy))),
    /** No key of the user is accepted any more, nor one that was had with it. */
    disableUser: (accessKey: string) => put("set-user-status", { accessKey, status: "disabled" }),
    async addUser(user: Credentials, policy: string) {
      const body = { secretKey: user.secretKey, status: "enabled" };
      await put(
        "add-user",
        { accessKey: user.accessKey },
        seal(secretKey, Buffer.from(JSON.stringify(body))),
      );
      await put("set-user-or-group-policy", {
        policyName: policy,
        userOrGroup: user.accessKey,
        isGroup: "false",
      });
    },
  };
}
