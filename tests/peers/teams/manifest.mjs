// Holds an app manifest against the schema that Microsoft publishes for its version, and icons against their sizes.
//   node manifest.mjs manifest.json color.png outline.png
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [manifest, color, outline] = process.argv.slice(2).map((file) => readFileSync(file));
const json = JSON.parse(manifest);
const schema = JSON.parse(readFileSync(require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${json.manifestVersion}/MicrosoftTeams.schema.json`)));
const Ajv = require('ajv-draft-04').default ?? require('ajv-draft-04');
const ajv = new Ajv({ strict: false, allErrors: true });
(require('ajv-formats').default ?? require('ajv-formats'))(ajv);
const validate = ajv.compile(schema);
const findings = validate(json) ? [] : validate.errors.map((error) => `${error.instancePath} ${error.message}`);
for (const [name, icon, size] of [['color', color, 192], ['outline', outline, 32]])
  if (icon.readUInt32BE(16) !== size || icon.readUInt32BE(20) !== size) findings.push(`${name} is not ${size} × ${size}`);
console.log(findings.join('\n'));
process.exit(findings.length ? 1 : 0);
