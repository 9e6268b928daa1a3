import { atX, atY, color, computed, type Layer } from "../parts/layer-spec.js";

/** The data sets of straight lines: `grid` lies below all marks, `strokes` above. Rows: {@link strokeRow}. */
export function strokeLayer(name: "grid" | "strokes"): Layer {
  return {
    data: { name },
    mark: { type: "rule", color: color("[datum.color]"), strokeWidth: computed("datum.width") },
    encoding: { x: atX("datum.x"), y: atY("datum.y"), x2: atX("datum.x2"), y2: atY("datum.y2") },
  };
}

/** The data set `boxes`: chips, samples and lane. Rows: {@link boxRow}. */
export function boxLayer(): Layer {
  return {
    data: { name: "boxes" },
    mark: {
      type: "rect",
      fill: color("[datum.fill]"),
      fillOpacity: computed("datum.opacity"),
      stroke: computed("datum.stroke ? colors[datum.stroke] : null"),
      strokeWidth: 1,
      cornerRadius: computed("datum.corner"),
    },
    encoding: { x: atX("datum.left"), y: atY("datum.top"), x2: atX("datum.right"), y2: atY("datum.bottom") },
  };
}

/** A data set of texts, with an outline in the background's colour where they stand on marks. Rows: {@link textRow}. */
export function textLayers(name: "texts" | "labels"): Layer[] {
  const text = {
    type: "text",
    text: computed("datum.text"),
    align: computed("datum.align"),
    baseline: "alphabetic",
    fontSize: computed("datum.size"),
    fontWeight: computed("datum.weight"),
  } as const;
  const layer = (mark: object): Layer => ({
    data: { name },
    mark: { ...text, ...mark },
    encoding: { x: atX("datum.x"), y: atY("datum.y") },
  });
  const ink = layer({ color: color("[datum.color]") });
  if (name === "texts") return [ink];
  return [
    layer({ color: color("background"), stroke: color("background"), strokeWidth: 3, strokeJoin: "round" }),
    ink,
  ];
}
