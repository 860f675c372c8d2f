import type { TowerPlan } from '../../fused/towerPlan';
import { ROW_FIELDS } from '../../fused/wgsl/bindings';
import type { ShaderPlan } from '../../fused/wgsl/shaderPlan';
import type { RowSettings } from '../fusedTables/rowSettings';

/** Vectors of the columns of the first `layers` layers. */
function prefixVectors(tower: TowerPlan, layers: number): number {
  return layers === 0 ? 0 : (tower.layers[layers - 1]?.end ?? tower.columns) / 4;
}

/** The rows' settings as the shader reads them. */
export function rowTable(plan: ShaderPlan, settings: readonly RowSettings[]): ArrayBuffer {
  const names = Object.entries(ROW_FIELDS);
  const table = new DataView(new ArrayBuffer(settings.length * names.length * 4));
  settings.forEach((row, index) => {
    const { rule } = row;
    const strength = (coupling: typeof rule.coupling): number => (rule.coupling === coupling ? rule.stiffness : 0);
    const fields: Readonly<Record<keyof typeof ROW_FIELDS, number>> = {
      scale: row.scale,
      outputScale: row.outputScale,
      used: row.used,
      loss: plan.losses.indexOf(row.loss),
      outputs: row.outputs,
      mates: row.mates.reduce((bits, task) => bits | (1 << task), 0),
      tied: prefixVectors(plan.tower, rule.tiedLayers),
      coupled: prefixVectors(plan.tower, rule.coupledLayers),
      pull: strength('gradient'),
      shrink: strength('proximal'),
    };
    Object.values(fields).forEach((value, field) => {
      const at = (index * names.length + field) * 4;
      if (names[field]?.[1] === 'f32') table.setFloat32(at, value, true);
      else table.setUint32(at, value, true);
    });
  });
  return table.buffer;
}
