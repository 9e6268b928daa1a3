export { temporaryFolder } from "../../gateway/test/support/temporary-folder.js";
