/** Puts functions together to a WebAssembly module: https://webassembly.github.io/spec/core/binary/modules.html */
import { createFunctionScope, type FunctionScope } from './functionScope';
import { join, unsigned, type Code, type ValueType } from './instructions';

/** A function without results; `write` declares its parameters, then returns its code. */
export interface FunctionSource {
  readonly name: string;
  readonly write: (scope: FunctionScope) => Code;
}

const vector = (parts: readonly Code[]): Code => join(unsigned(parts.length), ...parts);
const section = (id: number, content: Code): Code => join([id], unsigned(content.length), content);
const text = (value: string): Code => {
  const bytes = [...new TextEncoder().encode(value)];
  return [...unsigned(bytes.length), ...bytes];
};

/** Bytes of a module that imports `env.memory` and exports the functions by their names; all return nothing. */
export function assembleModule(functions: readonly FunctionSource[]): Uint8Array<ArrayBuffer> {
  const written = functions.map(({ name, write }) => {
    const scope = createFunctionScope();
    const code = write(scope);
    return { name, code, params: scope.params, locals: scope.locals };
  });
  const type = ({ params }: { readonly params: readonly ValueType[] }): Code => [
    0x60,
    ...vector(params.map((p) => [p])),
    0,
  ];
  const body = ({ code, locals }: { readonly code: Code; readonly locals: readonly ValueType[] }): Code => {
    const content = [...vector(locals.map((local) => [1, local])), ...code, 0x0b];
    return join(unsigned(content.length), content);
  };
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...section(1, vector(written.map(type))),
    // Any memory of at least one page.
    ...section(2, vector([[...text('env'), ...text('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, vector(written.map((_, index) => unsigned(index)))),
    ...section(7, vector(written.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)]))),
    ...section(10, vector(written.map(body))),
  ]);
}
