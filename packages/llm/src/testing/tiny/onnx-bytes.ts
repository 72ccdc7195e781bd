/** Just enough of ONNX's protobuf (onnx.proto, opset 13) to write a model of a few nodes. Numbers are those of its fields. */

type Bytes = Uint8Array<ArrayBuffer>

export interface OnnxNode {
  readonly operator: string
  readonly inputs: readonly string[]
  readonly output: string
  /** An attribute that is a whole number. */
  readonly attribute?: readonly [name: string, value: number]
}

export interface OnnxGraph {
  /** Rows of 64-bit whole numbers, of any length. */
  readonly inputs: readonly string[]
  readonly constants: readonly Bytes[]
  readonly nodes: readonly OnnxNode[]
  /** The output that is a row of floats, so many. */
  readonly output: readonly [name: string, length: number]
}

export const elementTypes = { float: 1, int64: 7 } as const

export function onnxModel({ inputs, constants, nodes, output }: OnnxGraph): Bytes {
  const value = (name: string, type: number, length: Bytes) =>
    message(text(1, name), field(2, field(1, whole(1, type), field(2, field(1, whole(1, 1)), field(1, length)))))
  const graph = message(
    ...nodes.map((node) => field(1, nodeBytes(node))),
    text(2, 'tiny'),
    ...constants.map((constant) => field(5, constant)),
    ...inputs.map((name) => field(11, value(name, elementTypes.int64, text(2, 'tokens')))),
    field(12, value(output[0], elementTypes.float, whole(1, output[1]))),
  )
  return message(whole(1, 8), field(7, graph), field(8, whole(2, 13)))
}

export function constant(name: string, type: keyof typeof elementTypes, shape: number[], values: number[]): Bytes {
  const numbers = type === 'float' ? Float32Array.from(values) : BigInt64Array.from(values, BigInt)
  const raw = new Uint8Array(numbers.buffer)
  return message(...shape.map((size) => whole(1, size)), whole(2, elementTypes[type]), text(8, name), field(9, raw))
}

function nodeBytes({ operator, inputs, output, attribute }: OnnxNode): Bytes {
  const integer = 2
  return message(
    ...inputs.map((name) => text(1, name)),
    text(2, output),
    text(4, operator),
    ...(attribute ? [field(5, text(1, attribute[0]), whole(3, attribute[1]), whole(20, integer))] : []),
  )
}

const message = (...parts: readonly Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts))

const whole = (number: number, value: number) => message(varint(number << 3), varint(value))

function field(number: number, ...parts: readonly Uint8Array[]): Bytes {
  const content = message(...parts)
  return message(varint((number << 3) | 2), varint(content.length), content)
}

const text = (number: number, value: string) => field(number, Buffer.from(value))

function varint(value: number): Uint8Array {
  const bytes: number[] = []
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) + 128)
  return Uint8Array.of(...bytes, value)
}
