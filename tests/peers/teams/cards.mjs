// Parses cards as Microsoft's renderer does, for version 1.5, and says what it takes amiss. With a JSON schema in SALESBOT_CARD_SCHEMA they are held against
// that too (the published one is schemas/1.5.0/adaptive-card.json of github.com/microsoft/AdaptiveCards).
//   node cards.mjs cards.jsonl        a card a line
import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AC = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

const known = process.env.SALESBOT_CARD_SCHEMA ? schema(process.env.SALESBOT_CARD_SCHEMA) : undefined;
const findings = [];

for (const line of readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean)) {
  const json = JSON.parse(line);
  // Teams' own wish for the width stands beside the card's fields.
  const { msteams, ...card } = json;
  const context = new AC.SerializationContext(AC.Versions.v1_5);
  const parsed = new AC.AdaptiveCard();
  // What stands behind the menu counts as well here; how many stand in front of it is looked at elsewhere.
  parsed.hostConfig = new AC.HostConfig({ actions: { maxActions: 30 } });
  parsed.parse(card, context);
  for (let i = 0; i < context.eventCount; i++) findings.push(`${context.getEventAt(i).message}: ${line.slice(0, 300)}`);
  for (const failure of parsed.validateProperties().validationEvents) findings.push(`${failure.message}: ${line.slice(0, 300)}`);
  if (known && !known(card)) findings.push(...known.errors.slice(0, 5).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`));
}

function schema(file) {
  const { $schema, id, ...published } = JSON.parse(readFileSync(file, 'utf8'));
  return new Ajv({ strict: false, allErrors: false, validateFormats: false }).compile(published);
}

console.log(findings.slice(0, 20).join('\n'));
process.exit(findings.length ? 1 : 0);
