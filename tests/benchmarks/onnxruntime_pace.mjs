// SPDX-License-Identifier: GPL-3.0-or-later
// The reference of prediction_benchmark: node onnxruntime_pace.mjs RUNTIME_FOLDER MODEL SIZE
// For each number N on standard input two passes of N films; answers with the second one's milliseconds.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [folder, model, sizeText] = process.argv.slice(2);
const { InferenceSession, Tensor } = createRequire(folder + '/package.json')('onnxruntime-node');
const size = Number(sizeText);
const session = await InferenceSession.create(model, { intraOpNumThreads: 2, graphOptimizationLevel: 'all' });
for await (const line of createInterface({ input: process.stdin })) {
  const count = Number(line);
  const values = new Float32Array(count * 3 * size * size).fill(100);
  const film = new Tensor('float32', values, [count, 3, size, size]);
  await session.run({ film }); // wakes its threads
  const begin = process.hrtime.bigint();
  await session.run({ film });
  console.log(Number(process.hrtime.bigint() - begin) / 1e6);
}
