/** {@link Algebra} as the text of a shader, on one float or on four at once. */
import type { Algebra } from '../algebra';

export type WgslType = 'f32' | 'vec4f';

/** A number as WGSL writes it: rounded to 32 bits, its type marked, in brackets where it begins with a sign. */
function literal(value: number): string {
  const text = `${Math.fround(value)}f`;
  return value < 0 ? `(${text})` : text;
}

/** Expressions of `type`; values that are named become `let` statements, handed to `emit` in the order they must stand. */
export function wgslAlgebra(type: WgslType, emit: (statement: string) => void): Algebra<string> {
  const wide = type === 'vec4f';
  let named = 0;
  return {
    constant: (value) => (wide ? `vec4f(${literal(value)})` : literal(value)),
    add: (a, b) => `(${a} + ${b})`,
    sub: (a, b) => `(${a} - ${b})`,
    mul: (a, b) => `(${a} * ${b})`,
    div: (a, b) => `(${a} / ${b})`,
    min: (a, b) => `min(${a}, ${b})`,
    max: (a, b) => `max(${a}, ${b})`,
    sqrt: (a) => `sqrt(${a})`,
    round: (a) => `round(${a})`,
    // The bits of 2^n are (n + 127) << 23.
    powerOfTwo: (n) =>
      wide ? `bitcast<vec4f>((vec4i(${n}) + 127) << vec4u(23))` : `bitcast<f32>((i32(${n}) + 127) << 23)`,
    choose: (a, b, then, otherwise) => `select(${otherwise}, ${then}, ${a} > ${b})`,
    let(value, use) {
      const name = `v${named++}`;
      emit(`let ${name} = ${value};`);
      return use(name);
    },
  };
}

/** The text of a function of the shader. @param body its value, from its parameters */
export function wgslFunction(
  name: string,
  type: WgslType,
  parameters: readonly string[],
  body: (m: Algebra<string>, parameters: readonly string[]) => string,
): string {
  const statements: string[] = [];
  const value = body(
    wgslAlgebra(type, (statement) => statements.push(statement)),
    parameters,
  );
  const signature = parameters.map((parameter) => `${parameter}: ${type}`).join(', ');
  return [`fn ${name}(${signature}) -> ${type} {`, ...statements, `return ${value};`, '}'].join('\n');
}
