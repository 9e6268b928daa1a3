const MOUNTS = { "gs://": "/gcs/", "minio://": "/minio/", "s3://": "/s3/" };
const WORKSPACE = "/kfp-workspace/.artifacts";

/** An artifact as Kubeflow's executor input describes it. */
export interface ArtifactPlace {
  uri: string;
  customPath?: unknown;
  metadata?: unknown;
}

/**
 * Where Kubeflow's launcher puts an artifact's file in the container, by the rule of its SDK (`Artifact.path`): the custom path where
 * there is one, else the address under a mount that its scheme names; a local run's address is the path itself.
 */
export function localPathOf({ uri, customPath, metadata }: ArtifactPlace): string {
  let path = uri;
  if (typeof customPath === "string" && customPath !== "") path = customPath;
  else {
    for (const [scheme, mount] of Object.entries(MOUNTS)) {
      if (uri.startsWith(scheme)) path = mount + uri.slice(scheme.length);
    }
  }
  const inWorkspace = (metadata as Record<string, unknown> | null | undefined)?.["_kfp_workspace"] === true;
  return inWorkspace ? `${WORKSPACE}/${path.replace(/^\/+/, "")}` : path;
}
