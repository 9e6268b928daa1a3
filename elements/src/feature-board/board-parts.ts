export { boardFooter } from "./board-footer.js";
export { boardHeader } from "./board-header.js";
export { boardRows } from "./board-rows.js";
export { columnHeads } from "./column-heads.js";
export { prepareRows } from "./prepare-rows.js";
export { rowStyles } from "./row-styles.js";
