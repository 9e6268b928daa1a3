// Profiles all columns of a file; prints how many there are and the greatest memory that the process took, in megabytes.
import { openDataset } from "../../src/dataset/open-dataset.js";
import { profilesOf } from "../profile/profiles-of.js";

const dataset = await openDataset(process.argv[2] ?? "", {});
const names = dataset.columns.map(({ name }) => name);
const profiles = [...(await profilesOf(dataset, names, new Map())).values()];
await dataset.close();
const distinct = profiles.map(({ statistics }) => statistics.distinct);
console.log(JSON.stringify({ distinct, megabytes: process.resourceUsage().maxRSS / 1000 }));
