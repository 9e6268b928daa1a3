import {
  FeaturescopeError,
  PICTURE_FILES,
  type PictureFile,
  featurePath,
} from "@featurescope/analyzer/artifact";
import type { Router } from "@koa/router";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { identityOf } from "../http/identity-of.js";
import { PARAMETERS } from "../http/parameters.js";
import { pathParameter } from "../http/path-parameter.js";
import { publicAddress } from "../http/public-address.js";
import { wholeParameter } from "../http/query.js";
import { sendRepresentation, sendText } from "../http/send.js";
import type { Dependencies } from "./dependencies.js";
import { findInRun, findPipeline, findRun } from "./find.js";
import { unknownFile } from "./unknown-file.js";

const WEEK_SECONDS = 7 * 86_400;

/** Addresses of pictures that need no token until they expire, for e-mails; and who may make them. */
export function signedRoutes(router: Router, dependencies: Dependencies): void {
  const { signing, publicUrl, files } = dependencies;
  const signed = "/api/v1/pipelines/:pipeline/runs/:run/features/:feature/signed";
  if (signing === null) {
    router.get(signed, () => {
      throw new FeaturescopeError("unknown-address", "no addresses are signed here: SIGNING_KEYS is not set");
    });
    return;
  }

  router.get(signed, async (ctx) => {
    const pipeline = findPipeline(dependencies, identityOf(ctx), pathParameter(ctx, "pipeline"));
    const report = await findRun(dependencies, pipeline, pathParameter(ctx, "run"));
    const featureKey = findInRun(report, pathParameter(ctx, "feature"));
    const seconds = wholeParameter(ctx, PARAMETERS.seconds) ?? WEEK_SECONDS;
    const expires = Math.floor(Date.now() / 1000) + seconds;
    const picture = { pipelineKey: pipeline.key, run: report.manifest.run, featureKey, expires };
    const folder = `signed/${expires}/${signing.sign(picture)}/${picture.pipelineKey}/${picture.run}/${featureKey}`;
    const addressOf = (name: PictureFile): string => publicAddress(publicUrl, `${folder}/${name}`);
    const answer = {
      address: addressOf("chart.png"),
      card: report.files.has(`${featurePath(featureKey)}/card.png`) ? addressOf("card.png") : null,
      expires: new Date(expires * 1000).toISOString(),
    };
    sendText(ctx, MEDIA_TYPES.json, JSON.stringify(answer));
    ctx.set("Cache-Control", "no-store");
  });

  router.get("/signed/:expires/:signature/:pipeline/:run/:feature/:picture", async (ctx) => {
    const name = pathParameter(ctx, "picture");
    if (!PICTURE_FILES.some((file) => file === name)) throw unknownFile(PICTURE_FILES, name);
    const picture = {
      pipelineKey: pathParameter(ctx, "pipeline"),
      run: pathParameter(ctx, "run"),
      featureKey: pathParameter(ctx, "feature"),
      expires: Number(pathParameter(ctx, "expires")),
    };
    const left = picture.expires - Date.now() / 1000;
    if (!signing.isGood(pathParameter(ctx, "signature"), picture)) {
      throw new FeaturescopeError(
        "forbidden",
        "the address was not signed by this gateway, or with a key that it no longer accepts",
      );
    }
    if (!(left > 0))
      throw new FeaturescopeError("address-expired", "the signed address has expired; get a new one");
    const pipeline = dependencies.index.pipeline(picture.pipelineKey);
    if (pipeline === undefined)
      throw new FeaturescopeError("unknown-pipeline", "the pipeline no longer has any report");
    const report = await findRun(dependencies, pipeline, picture.run);
    const served = await files.ofRun(report, `${featurePath(picture.featureKey)}/${name}`);
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    sendRepresentation(ctx, served.representation, {
      "Cache-Control": `private, max-age=${Math.floor(left)}`,
    });
  });
}
