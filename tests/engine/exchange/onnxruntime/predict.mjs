// SPDX-License-Identifier: GPL-3.0-or-later
// Runs an ONNX model in ONNX Runtime: node predict.mjs MODEL FILMS SIZE
// FILMS holds float32 values (films, 3, SIZE, SIZE), little-endian. The first film goes alone, the others as one batch.
// Prints {"logits": [...], "probabilities": [...]} of all films.
import { readFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const [model, films, sizeText] = process.argv.slice(2);
const size = Number(sizeText);
const bytes = readFileSync(films);
const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
const valuesOfOne = 3 * size * size;
const count = values.length / valuesOfOne;

const session = await InferenceSession.create(model, { intraOpNumThreads: 2 });
const result = { logits: [], probabilities: [] };
for (const [first, last] of [[0, 1], [1, count]]) {
  if (first === last) continue;
  const film = new Tensor('float32', values.subarray(first * valuesOfOne, last * valuesOfOne), [last - first, 3, size, size]);
  const outputs = await session.run({ film });
  for (const name of Object.keys(result)) result[name].push(...outputs[name].data);
}
console.log(JSON.stringify(result));
