/** The parameters and local variables of a function that is being written. */
import { signed, unsigned, type Code, type ValueType } from './instructions';

export interface Local {
  readonly get: Code;
  set(value: Code): Code;
  /** Sets the variable and leaves its value on the stack. */
  tee(value: Code): Code;
  /** variable += amount (an i32). */
  advance(amount: number): Code;
}

export interface FunctionScope {
  param(type: ValueType): Local;
  local(type: ValueType): Local;
  /** A variable for `use` alone; others may have it afterwards. */
  borrow<R>(type: ValueType, use: (local: Local) => R): R;
  /** What a module needs to know, once the function is written. */
  readonly params: readonly ValueType[];
  readonly locals: readonly ValueType[];
}

export function createFunctionScope(): FunctionScope {
  const params: ValueType[] = [];
  const locals: ValueType[] = [];
  const free = new Map<ValueType, Local[]>();

  const variable = (index: number): Local => {
    const get = [0x20, ...unsigned(index)];
    return {
      get,
      set: (value) => [...value, 0x21, ...unsigned(index)],
      tee: (value) => [...value, 0x22, ...unsigned(index)],
      advance: (amount) => [...get, 0x41, ...signed(amount), 0x6a, 0x21, ...unsigned(index)],
    };
  };
  const local = (type: ValueType): Local => {
    locals.push(type);
    return variable(params.length + locals.length - 1);
  };

  return {
    params,
    locals,
    param(type) {
      if (locals.length > 0) throw new Error('parameters come before local variables');
      params.push(type);
      return variable(params.length - 1);
    },
    local,
    borrow(type, use) {
      const own = free.get(type)?.pop() ?? local(type);
      const result = use(own);
      free.set(type, [...(free.get(type) ?? []), own]);
      return result;
    },
  };
}
